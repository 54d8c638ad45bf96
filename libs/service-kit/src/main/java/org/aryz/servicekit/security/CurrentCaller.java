package org.aryz.servicekit.security;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Objects;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** The caller of the request on its way, and which objects they may touch by the operation they called. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;
    private ObjectRule rule = ObjectRule.NONE;

    void admit(Caller admitted, ObjectRule objects) {
        caller = admitted;
        rule = objects;
    }

    public Caller get() {
        return Objects.requireNonNull(caller, "no operation without a caller");
    }

    /** Whether the caller may touch, by this operation, what this organisation owns and shares with those. */
    public boolean mayTouch(String owner, Collection<String> sharedWith) {
        return rule.allows(get().organisation(), owner, sharedWith);
    }

    /** Refuses a foreign object as if it were not there. */
    public void mustTouch(String owner, Collection<String> sharedWith) {
        if (!mayTouch(owner, sharedWith)) {
            throw Rejected.notFound();
        }
    }

    /** The same rule for queries: whether lists hold what is shared with the caller's organisation, or only its own. */
    public boolean reachesShared() {
        return rule == ObjectRule.SHARED;
    }
}
