package org.aryz.referral;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The directory of authorities, in the order of their codes. */
public final class Authorities {
    private final Map<AuthorityCode, Authority> byCode = new TreeMap<>();

    public Authorities(Collection<Authority> authorities) {
        authorities.forEach(authority -> {
            if (byCode.put(authority.code(), authority) != null) {
                throw new IllegalArgumentException("Authority " + authority.code() + " is listed twice");
            }
        });
    }

    public Optional<Authority> find(AuthorityCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Authority> all() {
        return List.copyOf(byCode.values());
    }

    public List<Authority> of(Jurisdiction jurisdiction) {
        return byCode.values().stream()
                .filter(authority -> authority.jurisdiction() == jurisdiction)
                .toList();
    }
}
