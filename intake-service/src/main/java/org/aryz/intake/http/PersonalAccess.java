package org.aryz.intake.http;

import jakarta.inject.Singleton;
import org.aryz.servicekit.security.CurrentCaller;
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

    boolean isAllowed() {
        return permissions.ruleFor(OPEN, caller.get().roles()).isPresent();
    }
}
