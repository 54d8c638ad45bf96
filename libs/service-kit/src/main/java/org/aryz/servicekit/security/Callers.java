package org.aryz.servicekit.security;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Map;
import java.util.Optional;
import org.aryz.servicekit.problem.Problem;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller out of a verified access token, or finds who was read out of it before. */
final class Callers {

    private static final String ORGANISATION = "organisation";

    private static final String CALLER = "org.aryz.caller";

    private Callers() {}

    static Caller of(SecurityIdentity identity) {
        return (identity.getAttribute(CALLER) instanceof Caller known ? Optional.of(known) : read(identity))
                .orElseThrow(() ->
                        new Rejected(Problem.of(403, "no-organisation", "The access token names no organisation")));
    }

    /** What an identity that is kept says of its caller, so that the claims are read once. */
    static Map<String, Object> attributesOf(SecurityIdentity identity) {
        return read(identity)
                .<Map<String, Object>>map(caller -> Map.of(CALLER, caller))
                .orElse(Map.of());
    }

    private static Optional<Caller> read(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getSubject() != null
                && token.getClaim(ORGANISATION) instanceof String organisation
                && !organisation.isBlank()) {
            return Optional.of(new Caller(token.getSubject(), organisation, identity.getRoles()));
        }
        return Optional.empty();
    }
}
