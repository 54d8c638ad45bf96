package org.aryz.deadline;

import java.time.Instant;
import java.util.List;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.DeadlineCommand.Recalculate;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.calendar.LegalTime;

/**
 * How the deadlines of one complaint stood at an hour, by what was recorded until another: the history is cut there and decided
 * on as of that hour. What was learnt only after the hour counts as far as it speaks of the time before it.
 */
public final class Hindsight {
    private static final Recalculate HOUR = new Recalculate("time");

    private final Circumstances then;
    private Clocks state = Clocks.NONE;

    private Hindsight(Circumstances then) {
        this.then = then;
    }

    /** An event of the complaint and when it was recorded. */
    public record Recorded(DeadlineEvent event, Instant at) {}

    /** @param then law and calendar, and the hour that is looked back to */
    public static Clocks of(List<Recorded> history, Circumstances then, Instant knownOn) {
        var hindsight = new Hindsight(then);
        var cut = Start.min(then.now(), knownOn);
        for (var recorded : history) {
            if (!recorded.at().isAfter(cut)) {
                hindsight.state = Clocks.evolve(hindsight.state, recorded.event());
            } else if (!recorded.at().isAfter(knownOn) && recorded.event() instanceof FactsNoted noted) {
                hindsight.learn(noted);
            }
        }
        hindsight.decide(HOUR);
        return hindsight.state;
    }

    private void learn(FactsNoted noted) {
        var time = new LegalTime(noted.complaint().jurisdiction().zone());
        var before = noted.facts().stream()
                .filter(fact -> !fact.occurred().earliest(time).isAfter(then.now()))
                .toList();
        decide(new NoteFacts(noted.complaint(), noted.source(), noted.sourceId(), before));
    }

    private void decide(DeadlineCommand command) {
        for (var event : Decider.decide(command, state, then)) {
            state = Clocks.evolve(state, event);
        }
    }
}
