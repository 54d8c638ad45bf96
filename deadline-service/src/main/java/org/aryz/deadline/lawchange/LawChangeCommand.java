package org.aryz.deadline.lawchange;

import java.time.LocalDate;
import java.util.UUID;

/** What can be asked of the law in use. */
public sealed interface LawChangeCommand {

    /** Try out what this would do. */
    record Propose(UUID change, Proposal proposal, String reason, String by, LocalDate on)
            implements LawChangeCommand {}

    /** A dry run against the law of this revision has seen every open complaint. */
    record Examine(UUID change, long revision, long complaints, long deadlines) implements LawChangeCommand {}

    /** Drop it. */
    record Reject(UUID change, String reason, String by) implements LawChangeCommand {}

    /** Make it law; refused to the person who proposed it. */
    record Apply(UUID change, String by) implements LawChangeCommand {}

    /** The service has started with this time-zone database; another one than before is proposed as a change by itself. */
    record NoteZoneData(UUID change, String version, LocalDate on) implements LawChangeCommand {}
}
