package org.aryz.deadline;

import java.util.List;
import java.util.UUID;

/** What can be asked of the deadlines of a complaint. */
public sealed interface DeadlineCommand {

    /** Take in what another service's event told. Facts already known change nothing. */
    record NoteFacts(Complaint complaint, String source, UUID sourceId, List<Fact> facts) implements DeadlineCommand {
        public NoteFacts {
            facts = List.copyOf(facts);
        }
    }

    /** Compute again: time has passed, or law, calendar or time zones changed. */
    record Recalculate(String reason) implements DeadlineCommand {}

    /**
     * Give up a term that runs; {@link WaiverRefused} where its rule does not allow it for this reason. A breach that was said before
     * stays.
     *
     * @param by the named person who answers for it, by opaque id
     */
    record WaiveDeadline(UUID deadline, String reason, String by) implements DeadlineCommand {}
}
