package org.aryz.deadline;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
import org.jspecify.annotations.Nullable;

/**
 * The state of one complaint's deadlines: the facts noted and what was said of each deadline.
 *
 * @param facts null until the first fact was noted
 */
public record Clocks(@Nullable CaseFacts facts, Map<UUID, Clock> byDeadline, boolean complaintExpired) {
    public static final Clocks NONE = new Clocks(null, Map.of(), false);

    public Clocks {
        byDeadline = Map.copyOf(byDeadline);
    }

    public static Clocks evolve(Clocks state, DeadlineEvent event) {
        return switch (event) {
            case FactsNoted noted -> state.noted(noted);
            case DeadlineOpened opened -> state.put(Clock.opened(opened.term()));
            case DeadlineRecalculated changed -> state.change(changed.term(), clock -> clock.with(changed.term()));
            case DeadlineSuspended suspended ->
                state.change(suspended.term(), clock -> clock.with(new Standing.Suspended(suspended.reason())));
            case DeadlineResumed resumed ->
                state.change(resumed.term(), clock -> clock.with(resumed.term()).with(new Standing.Open()));
            case DeadlineMet met ->
                state.change(met.term(), clock -> clock.with(new Standing.Met(met.fact(), met.late())));
            case DeadlineWaived waived ->
                state.change(waived.term(), clock -> clock.with(new Standing.Waived(waived.reason(), waived.by())));
            case DeadlineBreached breached -> state.change(breached.term(), Clock::asBreached);
            case LimitationExpired expired -> state.change(expired.term(), Clock::asExpired);
            case ComplaintExpired _ -> new Clocks(state.facts, state.byDeadline, true);
            case AlertRaised raised -> state.change(raised.term(), clock -> clock.raised(raised));
            case AlertWithdrawn withdrawn ->
                state.change(withdrawn.deadline(), clock -> clock.withdrawn(withdrawn.alert()));
        };
    }

    private Clocks noted(FactsNoted noted) {
        var known = facts == null ? CaseFacts.of(noted.complaint()) : facts;
        return new Clocks(known.with(noted.complaint(), noted.facts()), byDeadline, complaintExpired);
    }

    private Clocks change(Term term, UnaryOperator<Clock> change) {
        return change(term.deadline(), change);
    }

    private Clocks change(UUID deadline, UnaryOperator<Clock> change) {
        var clock = byDeadline.get(deadline);
        return clock == null ? this : put(change.apply(clock));
    }

    private Clocks put(Clock clock) {
        var all = new HashMap<>(byDeadline);
        all.put(clock.term().deadline(), clock);
        var next = new Clocks(facts, all, complaintExpired);
        return !complaintExpired || next.allExpired() ? next : new Clocks(facts, next.byDeadline, false);
    }

    /**
     * Whether there are clocks that can bar the complaint, and every one of them has run out. One that others replaced says nothing;
     * one that ended in any other way has not run out.
     */
    boolean allExpired() {
        var limits = byDeadline.values().stream()
                .filter(clock -> clock.term().limits())
                .filter(clock -> !(clock.standing() instanceof Standing.Waived waived && waived.replaced()))
                .toList();
        return !limits.isEmpty() && limits.stream().allMatch(Clock::expired);
    }
}
