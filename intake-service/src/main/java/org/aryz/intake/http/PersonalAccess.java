package org.aryz.intake.http;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.aryz.intake.application.Reader;
import org.aryz.servicekit.security.CurrentCaller;
import org.aryz.servicekit.security.ObjectRule;
import org.aryz.servicekit.security.Permissions;

/** Who may open personal data: a row of its own in the table of permissions, beside those of the operations. */
@Singleton
public class PersonalAccess {
    private static final String OPEN = "openPersonalData";

    private final Permissions permissions = Permissions.ofThisService();
    private final CurrentCaller caller;

    PersonalAccess(CurrentCaller caller) {
        this.caller = caller;
    }

    /** For whom personal data may be opened; empty if the caller may see none at all. */
    Optional<Reader> reader() {
        return permissions
                .ruleFor(OPEN, caller.get().roles())
                .map(rule -> new Reader(caller.get().organisation(), rule == ObjectRule.SHARED));
    }
}
