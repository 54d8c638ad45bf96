package org.aryz.referral;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

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

    /** A statement takes the place of the one before; naming nobody means anybody. */
    static Consent given(int version, Collection<AuthorityCode> authorities) {
        return authorities.isEmpty() ? new ToAny(version) : new ToSome(version, Set.copyOf(authorities));
    }

    /** Only what is named remains. */
    static Consent limited(int version, Collection<AuthorityCode> authorities) {
        return authorities.isEmpty() ? new Absent() : new ToSome(version, Set.copyOf(authorities));
    }
}
