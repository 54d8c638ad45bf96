package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.law.Severity;
import org.jspecify.annotations.Nullable;

/** What happened to the deadlines of one complaint. The stream of these alone rebuilds the state. */
public sealed interface DeadlineEvent {

    /** Facts that another service told were taken in; kept whole here, published by type and id only. */
    record FactsNoted(Complaint complaint, String source, UUID sourceId, List<Fact> facts) implements DeadlineEvent {
        public FactsNoted {
            facts = List.copyOf(facts);
        }
    }

    /** A term began to run. */
    record DeadlineOpened(Term term) implements DeadlineEvent {}

    /** What is said of a term changed; old and new date stand side by side, nothing is overwritten silently. */
    record DeadlineRecalculated(Term term, LocalDate oldDue, Instant oldDueAt, String reason)
            implements DeadlineEvent {}

    /** A term stands still. */
    record DeadlineSuspended(Term term, String reason) implements DeadlineEvent {}

    /** A term that stood still, was met or was waived runs again. */
    record DeadlineResumed(Term term, LocalDate oldDue, Instant oldDueAt, String reason) implements DeadlineEvent {}

    /** What was to be done was done. */
    record DeadlineMet(Term term, String fact, boolean late) implements DeadlineEvent {}

    /**
     * A term has no object any more. A breach that was said before stays.
     *
     * @param by the named person who gave it up, by opaque id; null where the facts or the law ended it
     */
    record DeadlineWaived(Term term, String reason, @Nullable String by) implements DeadlineEvent {}

    /** A term has run out; whatever the rule, somebody is warned. */
    record DeadlineBreached(Term term) implements DeadlineEvent {}

    /** One limitation clock ran out under a rule that may say so. */
    record LimitationExpired(Term term) implements DeadlineEvent {}

    /** Every limitation clock that is no shadow has run out. */
    record ComplaintExpired(Instant at) implements DeadlineEvent {}

    /**
     * A rung was reached.
     *
     * @param skipped earlier rungs that were already past and are not told any more
     */
    record AlertRaised(
            UUID alert,
            Term term,
            String rung,
            Instant at,
            Severity severity,
            String audience,
            @Nullable String team,
            @Nullable String assignee,
            List<String> skipped)
            implements DeadlineEvent {
        public AlertRaised {
            skipped = List.copyOf(skipped);
        }

        static AlertRaised of(Term term, Rung rung, CaseFacts facts, List<String> skipped) {
            return new AlertRaised(
                    Ids.alert(term.deadline(), term.dueAt(), rung.code()),
                    term,
                    rung.code(),
                    rung.at(),
                    rung.severity(),
                    rung.audience(),
                    facts.team(),
                    facts.assignee(),
                    skipped);
        }
    }

    /** What an alert said no longer holds. */
    record AlertWithdrawn(UUID alert, UUID deadline, String reason) implements DeadlineEvent {}
}
