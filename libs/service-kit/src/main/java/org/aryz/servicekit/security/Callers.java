package org.aryz.servicekit.security;

import io.quarkus.security.identity.SecurityIdentity;
import org.aryz.servicekit.problem.Problem;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller out of a verified access token. */
final class Callers {

    private static final String ORGANISATION = "organisation";

    private Callers() {}

    static Caller of(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getSubject() != null
                && token.getClaim(ORGANISATION) instanceof String organisation
                && !organisation.isBlank()) {
            return new Caller(token.getSubject(), organisation, identity.getRoles());
        }
        throw new Rejected(Problem.of(403, "no-organisation", "The access token names no organisation"));
    }
}
