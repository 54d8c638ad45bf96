package org.aryz.referral;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a complaint may be referred, as the person concerned last said; each statement has a version. */
public sealed interface Consent {
    /** Nothing was said yet, or consent was withdrawn. */
    record Absent() implements Consent {}

    /** To any authority. */
    record ToAny(int version) implements Consent {}

    /** To these authorities only. */
    record ToSome(int version, Set<AuthorityCode> authorities) implements Consent {
        public ToSome {
            authorities = Set.copyOf(authorities);
        }
    }

    /** The version a referral to this authority may rest on; empty if there is none. */
    default Optional<Integer> versionFor(AuthorityCode authority) {
        return switch (this) {
            case Absent _ -> Optional.empty();
            case ToAny any -> Optional.of(any.version());
            case ToSome some -> some.authorities().contains(authority) ? Optional.of(some.version()) : Optional.empty();
        };
    }

    /** Consent adds to what was given before; naming nobody means anybody. */
    default Consent given(int version, Collection<AuthorityCode> authorities) {
        if (authorities.isEmpty() || this instanceof ToAny) {
            return new ToAny(version);
        }
        var all = new TreeSet<>(authorities);
        if (this instanceof ToSome some) {
            all.addAll(some.authorities());
        }
        return new ToSome(version, all);
    }

    /** Only what is named remains. */
    default Consent limited(int version, Collection<AuthorityCode> authorities) {
        return authorities.isEmpty() ? new Absent() : new ToSome(version, Set.copyOf(authorities));
    }
}
