package org.aryz.deadline;

import java.util.ArrayList;
import java.util.List;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.DeadlineCommand.Recalculate;
import org.aryz.deadline.DeadlineCommand.WaiveDeadline;
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

/**
 * Decides what is to be said: computes all deadlines anew and compares with what was said before. Whatever the command, the
 * outcome depends only on facts, law, calendar and hour, so nothing is said twice and nothing is forgotten.
 */
public final class Decider {
    private final Circumstances circumstances;
    private final List<DeadlineEvent> events = new ArrayList<>();
    private Clocks state;

    private Decider(Clocks state, Circumstances circumstances) {
        this.state = state;
        this.circumstances = circumstances;
    }

    public static List<DeadlineEvent> decide(DeadlineCommand command, Clocks state, Circumstances circumstances) {
        var decider = new Decider(state, circumstances);
        switch (command) {
            case NoteFacts note -> decider.note(note);
            case Recalculate again -> decider.recalculate(again.reason());
            case WaiveDeadline waive -> decider.waive(waive);
        }
        return List.copyOf(decider.events);
    }

    private void note(NoteFacts note) {
        var known = state.facts();
        var news = note.facts().stream()
                .map(fact -> known == null ? fact : known.completed(fact))
                .filter(fact -> known == null || known.isNews(fact))
                .toList();
        if (!news.isEmpty()) {
            happen(new FactsNoted(note.complaint(), note.source(), note.sourceId(), news));
            recalculate(note.source().replace('.', '-'));
        }
    }

    private void waive(WaiveDeadline waive) {
        var clock = state.byDeadline().get(waive.deadline());
        if (clock == null) {
            throw new WaiverRefused(WaiverRefused.Reason.UNKNOWN_DEADLINE);
        }
        if (!clock.mayBeGivenUp()) {
            throw new WaiverRefused(WaiverRefused.Reason.NOT_RUNNING);
        }
        var law = circumstances.law();
        var term = clock.term();
        if (law.find(term.rule(), term.ruleVersion())
                .filter(rule -> law.allows(waive.reason(), rule))
                .isEmpty()) {
            throw new WaiverRefused(
                    term.isLimitation()
                            ? WaiverRefused.Reason.LIMITATION_RUNS_ON
                            : WaiverRefused.Reason.REASON_NOT_ALLOWED);
        }
        happen(new DeadlineWaived(term, waive.reason(), waive.by()));
        withdraw(clock, "deadline-waived");
    }

    private void recalculate(String reason) {
        var facts = state.facts();
        if (facts == null) {
            return;
        }
        var deadlines = circumstances.deadlines(facts);
        for (var deadline : deadlines.all()) {
            compare(deadline, reason);
        }
        for (var clock : List.copyOf(state.byDeadline().values())) {
            var gone = deadlines.find(clock.term().deadline()).isEmpty();
            if (gone && !(clock.standing() instanceof Standing.Waived)) {
                happen(new DeadlineWaived(clock.term(), Standing.Waived.NO_LONGER_APPLIES, null));
                withdraw(clock, Standing.Waived.NO_LONGER_APPLIES);
            }
        }
        deadlines.all().forEach(deadline -> pass(deadline, facts));
        if (state.allExpired() && !state.complaintExpired()) {
            happen(new ComplaintExpired(circumstances.now()));
        }
    }

    /** Says what is new about a deadline: its dates, then whether it still runs. */
    private void compare(Deadline deadline, String reason) {
        var term = deadline.term();
        var known = state.byDeadline().get(term.deadline());
        if (known == null) {
            if (deadline.standing() instanceof Standing.Waived waived && waived.replaced()) {
                return;
            }
            happen(new DeadlineOpened(term));
            known = Clock.opened(term);
        }
        var old = known.term();
        var changed = !old.saysTheSameAs(term);
        var standing = standing(deadline, known);
        var runsAgain = !known.runs() && standing instanceof Standing.Open;
        if (runsAgain) {
            happen(new DeadlineResumed(term, old.due(), old.dueAt(), reason));
        } else if (changed) {
            happen(new DeadlineRecalculated(term, old.due(), old.dueAt(), reason));
        }
        if (!old.dueAt().equals(term.dueAt())) {
            withdraw(known, "deadline-recalculated");
        }
        if (!runsAgain && !standing.equals(known.standing())) {
            settle(deadline, known);
        }
    }

    /** What a named person gave up stays given up, whatever runs; only that it was done all the same is still said. */
    private static Standing standing(Deadline deadline, Clock known) {
        var givenUp = known.standing() instanceof Standing.Waived waived && waived.by() != null;
        return givenUp && !(deadline.standing() instanceof Standing.Met) ? known.standing() : deadline.standing();
    }

    private void settle(Deadline deadline, Clock known) {
        var term = deadline.term();
        switch (deadline.standing()) {
            case Standing.Open _ -> {}
            case Standing.Suspended suspended -> happen(new DeadlineSuspended(term, suspended.reason()));
            case Standing.Met met -> happen(new DeadlineMet(term, met.fact(), met.late()));
            case Standing.Waived waived -> happen(new DeadlineWaived(term, waived.reason(), waived.by()));
        }
        withdraw(known, "deadline-" + deadline.standing().code());
    }

    private void withdraw(Clock known, String reason) {
        var clock = state.byDeadline().get(known.term().deadline());
        if (clock != null && clock.alert() != null) {
            happen(new AlertWithdrawn(clock.alert(), clock.term().deadline(), reason));
        }
    }

    /** Says what the hour brings: a breach, an expiry, and of all rungs passed the last one. */
    private void pass(Deadline deadline, CaseFacts facts) {
        var term = deadline.term();
        var clock = state.byDeadline().get(term.deadline());
        if (clock == null || !clock.runs()) {
            return;
        }
        if (!clock.breached() && !circumstances.now().isBefore(term.dueAt())) {
            happen(new DeadlineBreached(term));
        }
        var expiresAt = term.expiresAt();
        if (expiresAt != null && !clock.expired() && !circumstances.now().isBefore(expiresAt)) {
            happen(new LimitationExpired(term));
        }
        deadline.ladder().toTell(circumstances.now()).stream()
                .filter(rung -> !clock.handled().contains(rung.code()))
                .forEach(rung -> happen(raised(deadline, rung, clock, facts)));
    }

    private AlertRaised raised(Deadline deadline, Rung rung, Clock clock, CaseFacts facts) {
        if (rung.alarm()) {
            return AlertRaised.of(deadline.term(), rung, facts, List.of());
        }
        var skipped = deadline.ladder()
                .passed(circumstances.now())
                .filter(other -> !other.alarm())
                .map(Rung::code)
                .filter(code -> !code.equals(rung.code()) && !clock.handled().contains(code))
                .toList();
        return AlertRaised.of(deadline.term(), rung, facts, skipped);
    }

    private void happen(DeadlineEvent event) {
        events.add(event);
        state = Clocks.evolve(state, event);
    }
}
