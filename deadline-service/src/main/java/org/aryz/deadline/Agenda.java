package org.aryz.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;

/**
 * What will be said of one deadline by the passing of time alone, as long as no new fact comes: what a due row is armed with.
 * Empty for a deadline of which nothing more is to be said.
 */
public record Agenda(Term term, List<Planned> planned) {
    /** How many of the warnings that are repeated for ever are planned at once. */
    private static final int REPEATS = 10;

    public Agenda {
        planned = List.copyOf(planned);
    }

    /**
     * One alert to come.
     *
     * @param decides it can't be told as it is: the complaint has to be decided on at that hour
     */
    public record Planned(AlertRaised alert, boolean decides) {}

    /** What is said just before the alert of the breach. */
    public DeadlineBreached breach() {
        return new DeadlineBreached(term);
    }

    /** The agenda of every deadline of which something was ever said. */
    public static List<Agenda> of(Clocks state, Circumstances circumstances) {
        var facts = state.facts();
        if (facts == null) {
            return List.of();
        }
        var deadlines = circumstances.deadlines(facts);
        return state.byDeadline().values().stream()
                .map(clock -> deadlines
                        .find(clock.term().deadline())
                        .filter(_ -> clock.runs())
                        .map(deadline -> of(deadline, clock, facts, circumstances.now()))
                        .orElseGet(() -> new Agenda(clock.term(), List.of())))
                .toList();
    }

    private static Agenda of(Deadline deadline, Clock clock, CaseFacts facts, Instant now) {
        var rungs = deadline.ladder().ahead(now, REPEATS).stream()
                .filter(rung -> !clock.handled().contains(rung.code()))
                .toList();
        var planned = new ArrayList<Planned>();
        for (var rung : rungs) {
            var more = deadline.ladder().repeat() != null && rung.equals(rungs.getLast());
            planned.add(new Planned(
                    AlertRaised.of(deadline.term(), rung, facts, List.of()), more || decides(rung, deadline.term())));
        }
        return new Agenda(deadline.term(), planned);
    }

    /** Where even the latest possible start runs out, a limitation expires, and perhaps the complaint with it. */
    private static boolean decides(Rung rung, Term term) {
        return rung.code().equals(Rung.EXPIRY)
                || (rung.code().equals(Rung.BREACH) && term.dueAt().equals(term.expiresAt()));
    }
}
