package org.aryz.intake.http;

import java.util.Optional;
import java.util.Set;
import org.aryz.intake.application.Reader;
import org.aryz.servicekit.security.Caller;

/**
 * Who may open personal data: those who work on a complaint and the partner that handed it in. Reading a complaint is
 * an operation of the table of permissions; this is about parts of its answer.
 */
final class PersonalAccess {
    private static final Set<String> WORKING_ON_IT = Set.of("case-worker", "lawyer", "coordinator");
    private static final String PARTNER = "partner";

    private PersonalAccess() {}

    /** For whom personal data may be opened; empty if the caller may see none at all. */
    static Optional<Reader> of(Caller caller) {
        if (WORKING_ON_IT.stream().anyMatch(caller::is)) {
            return Optional.of(new Reader(caller.organisation(), true));
        }
        return caller.is(PARTNER) ? Optional.of(new Reader(caller.organisation(), false)) : Optional.empty();
    }
}
