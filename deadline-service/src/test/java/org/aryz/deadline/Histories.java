package org.aryz.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.DeadlineCommand.Recalculate;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.Law;

/** Random cases as they were lived: facts heard of with delays, hours that pass, and what was said of it all at the time. */
public final class Histories {
    public static final Law LAW = Told.SIGNED;
    private static final LegalTime TIME = new LegalTime(ZoneId.of("Asia/Bishkek"));

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private Clocks state = Clocks.NONE;

    private Histories(long seed) {
        random = new Random(seed);
    }

    /** What was said at one hour, and how everything stood after it. */
    public record Step(Instant at, List<DeadlineEvent> said, Clocks after) {}

    /** A case whose act was on some day; in the order of the hours, no two alike. */
    public static List<Step> lived(int day, long seed) {
        var history = new Histories(seed);
        history.live(Stories.ofTheDay(day).some(seed));
        return history.steps;
    }

    public static Circumstances at(Instant hour) {
        return new Circumstances(LAW, Told.CALENDARS, hour);
    }

    /** How it would have stood at an hour if somebody had looked: what was said before, and what the hour itself brings. */
    public static Clocks lookedAt(List<Step> steps, Instant hour) {
        var before = steps.stream().filter(step -> !step.at().isAfter(hour)).toList();
        var state = before.isEmpty() ? Clocks.NONE : before.getLast().after();
        for (var event : Decider.decide(new Recalculate("time"), state, at(hour))) {
            state = Clocks.evolve(state, event);
        }
        return state;
    }

    public static List<Hindsight.Recorded> recorded(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.said().stream().map(event -> new Hindsight.Recorded(event, step.at())))
                .toList();
    }

    private void live(List<Fact> facts) {
        var hour = facts.stream()
                .map(fact -> fact.occurred().earliest(TIME))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> TIME.startOf(LocalDate.of(2015, 1, 1)));
        for (var fact : facts) {
            hour = hour.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 40)));
            var complaint = Told.complaint(Jurisdiction.KG);
            decide(hour, new NoteFacts(complaint, fact.type(), Told.COMPLAINT, List.of(fact)));
            if (random.nextBoolean()) {
                hour = hour.plus(Duration.ofHours(1 + random.nextInt(24 * 300)));
                decide(hour, new Recalculate("time"));
            }
        }
    }

    private void decide(Instant hour, DeadlineCommand command) {
        var said = Decider.decide(command, state, at(hour));
        for (var event : said) {
            state = Clocks.evolve(state, event);
        }
        steps.add(new Step(hour, said, state));
    }
}
