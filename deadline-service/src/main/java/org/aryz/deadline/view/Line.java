package org.aryz.deadline.view;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.AlertWithdrawn;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.DeadlineMet;
import org.aryz.deadline.DeadlineEvent.DeadlineOpened;
import org.aryz.deadline.DeadlineEvent.DeadlineRecalculated;
import org.aryz.deadline.DeadlineEvent.DeadlineResumed;
import org.aryz.deadline.DeadlineEvent.DeadlineSuspended;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.aryz.deadline.Term;
import org.jspecify.annotations.Nullable;

/**
 * How one deadline stands, as far as the board shows it.
 *
 * @param term what was last told of it in this batch of events; null where only its alert changed
 * @param version of the complaint's stream when {@code term} was told
 * @param standing open, suspended, met, waived by a person, or ended by the facts or the law
 * @param severity of the alert that stands
 */
record Line(
        @Nullable Term term,
        long version,
        @Nullable Instant dueAt,
        String standing,
        boolean breached,
        @Nullable String severity,
        @Nullable UUID alert) {
    static final Line NONE = new Line(null, 0, null, "open", false, null, null);

    /** Which deadline an event speaks of; null where it speaks of none. */
    static @Nullable UUID deadlineOf(DeadlineEvent event) {
        var term = termOf(event);
        return event instanceof AlertWithdrawn withdrawn ? withdrawn.deadline() : term == null ? null : term.deadline();
    }

    private static @Nullable Term termOf(DeadlineEvent event) {
        return switch (event) {
            case DeadlineOpened it -> it.term();
            case DeadlineRecalculated it -> it.term();
            case DeadlineSuspended it -> it.term();
            case DeadlineResumed it -> it.term();
            case DeadlineMet it -> it.term();
            case DeadlineWaived it -> it.term();
            case DeadlineBreached it -> it.term();
            case LimitationExpired it -> it.term();
            case AlertRaised it -> it.term();
            case FactsNoted _, ComplaintExpired _, AlertWithdrawn _ -> null;
        };
    }

    Line after(DeadlineEvent event, long at) {
        return switch (event) {
            case DeadlineOpened it -> NONE.told(it.term(), at);
            case DeadlineRecalculated it -> told(it.term(), at);
            case DeadlineResumed it -> told(it.term(), at).standing("open");
            case DeadlineSuspended it -> told(it.term(), at).standing("suspended");
            case DeadlineMet it -> told(it.term(), at).standing("met");
            case DeadlineWaived it -> told(it.term(), at).standing(it.by() == null ? "ended" : "waived");
            case DeadlineBreached it -> told(it.term()).asBreached();
            case LimitationExpired it -> told(it.term());
            case AlertRaised it -> told(it.term()).alert(it.severity().name().toLowerCase(Locale.ROOT), it.alert());
            case AlertWithdrawn it -> it.alert().equals(alert) ? alert(null, null) : this;
            case FactsNoted _, ComplaintExpired _ -> this;
        };
    }

    /** A later end begins anew: what ran out before is kept in the register of breaches. */
    private Line told(Term next, long at) {
        return new Line(
                next, at, next.dueAt(), standing, breached && next.dueAt().equals(dueAt), severity, alert);
    }

    /** What the hour brings says the dates again and changes none. */
    private Line told(Term same) {
        return new Line(same, version, same.dueAt(), standing, breached, severity, alert);
    }

    private Line standing(String next) {
        return new Line(term, version, dueAt, next, breached, severity, alert);
    }

    private Line asBreached() {
        return new Line(term, version, dueAt, standing, true, severity, alert);
    }

    private Line alert(@Nullable String nextSeverity, @Nullable UUID next) {
        return new Line(term, version, dueAt, standing, breached, nextSeverity, next);
    }

    /** In one word, as people read it. */
    String state() {
        return !standing.equals("open") ? standing : breached ? "breached" : "open";
    }
}
