package org.aryz.servicekit.security;

import java.util.Set;

/**
 * Who calls, as the verified token says.
 *
 * @param actor opaque id of the person or the system
 * @param organisation code of the member organisation they act for
 * @param roles what they are there
 */
public record Caller(String actor, String organisation, Set<String> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
