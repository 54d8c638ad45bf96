package org.aryz.deadline.lawchange;

import java.time.LocalDate;
import java.util.UUID;

/** What happened to the law in use. The one stream of these, on top of the files of the product, is the law. */
public sealed interface LawChangeEvent {

    /**
     * Somebody wants the law to change.
     *
     * @param reason a code, which every deadline that moves will bear
     * @param by the person, by opaque id, or the service where it noticed by itself
     * @param on from this day on it counts as known
     */
    record LawChangeProposed(UUID change, Proposal proposal, String reason, String by, LocalDate on)
            implements LawChangeEvent {}

    /** It was tried out on every open complaint, against the law of this revision. */
    record LawChangeExamined(UUID change, long revision, long complaints, long deadlines) implements LawChangeEvent {}

    /** It will not be. */
    record LawChangeRejected(UUID change, String reason, String by) implements LawChangeEvent {}

    /** It is law from now on, as this revision of it. */
    record LawChangeApplied(UUID change, long revision, String by) implements LawChangeEvent {}

    /** With this time-zone database dates have been found since the service first started. */
    record ZoneDataNoted(String version) implements LawChangeEvent {}
}
