package org.aryz.deadline;

import java.time.Instant;
import java.util.List;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.Law;

/** One case as the decider lives it: fact after fact, hour after hour. */
abstract class LivedCase {
    Law law = Told.LAW;
    Clocks state = Clocks.NONE;
    List<DeadlineEvent> said = List.of();

    void note(String now, String... lines) {
        var facts = Told.facts(lines);
        decide(
                now,
                new DeadlineCommand.NoteFacts(
                        Told.complaint(Jurisdiction.KG), facts.getFirst().type(), Told.COMPLAINT, facts));
    }

    void pass(String now) {
        decide(now, new DeadlineCommand.Recalculate("time"));
    }

    void decide(String now, DeadlineCommand command) {
        said = Decider.decide(command, state, new Circumstances(law, Told.CALENDARS, Instant.parse(now)));
        for (var event : said) {
            state = Clocks.evolve(state, event);
        }
    }

    Clock clock(String rule) {
        return state.byDeadline().values().stream()
                .filter(clock -> clock.term().rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
