package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.calendar.Jurisdiction;
import org.junit.jupiter.api.Test;

/** How it stood at an hour is what somebody would have seen who looked then. */
class HindsightTest {

    @Property(tries = 60)
    void whatIsSeenInHindsightIsWhatWasSeenThen(
            @ForAll @IntRange(max = 3600) int day, @ForAll long seed, @ForAll @IntRange(max = 1000) int when) {
        var steps = Histories.lived(day, seed);
        if (steps.isEmpty()) {
            return;
        }
        var first = steps.getFirst().at();
        var length = steps.getLast().at().getEpochSecond() - first.getEpochSecond();
        var hour = first.plusSeconds(length * when / 1000);

        var seen = Hindsight.of(Histories.recorded(steps), Histories.at(hour), hour);

        assertThat(seen).isEqualTo(Histories.lookedAt(steps, hour));
    }

    @Property(tries = 30)
    void whatIsRecordedLaterThanWasKnownChangesNothing(@ForAll @IntRange(max = 3600) int day, @ForAll long seed) {
        var steps = Histories.lived(day, seed);
        if (steps.size() < 2) {
            return;
        }
        var known = steps.get(steps.size() / 2).at();
        var hour = steps.getLast().at();
        var cut = steps.stream().filter(step -> !step.at().isAfter(known)).toList();

        assertThat(Hindsight.of(Histories.recorded(steps), Histories.at(hour), known))
                .isEqualTo(Hindsight.of(Histories.recorded(cut), Histories.at(hour), hour));
    }

    @Test
    void beforeTheFirstFactNothingIsKnown() {
        var history = List.of(heard("2026-03-02T10:00:00Z", "complaint.received 2026-03-01T10:00+06:00"));
        var before = Instant.parse("2026-03-02T09:59:59Z");

        assertThat(Hindsight.of(history, Histories.at(before), before).facts()).isNull();
    }

    @Test
    void aFactHeardOfLaterCountsWhereLaterKnowledgeIsAskedFor() {
        var history = List.of(
                heard("2026-03-01T10:00:00Z", "complaint.received 2026-03-01T15:00+06:00"),
                heard("2026-03-09T10:00:00Z", "complaint.triaged 2026-03-01T16:00+06:00 team=bishkek"));
        var hour = Instant.parse("2026-03-05T10:00:00Z");

        assertThat(status("CO-TRIAGE", history, hour, hour)).isEqualTo("breached");
        assertThat(status("CO-TRIAGE", history, hour, Instant.parse("2026-03-10T00:00:00Z")))
                .isEqualTo("met");
    }

    @Test
    void whatHappenedAfterTheHourDoesNotCountHoweverMuchIsKnown() {
        var history = List.of(
                heard("2026-03-01T10:00:00Z", "complaint.received 2026-03-01T15:00+06:00"),
                heard("2026-03-02T08:00:00Z", "complaint.triaged 2026-03-02T14:00+06:00 team=bishkek"));
        var hour = Instant.parse("2026-03-02T07:00:00Z");

        assertThat(status("CO-TRIAGE", history, hour, Instant.parse("2026-03-10T00:00:00Z")))
                .isEqualTo("open");
    }

    private static String status(String rule, List<Hindsight.Recorded> history, Instant hour, Instant knownOn) {
        return Hindsight.of(history, Histories.at(hour), knownOn).byDeadline().values().stream()
                .filter(clock -> clock.term().rule().equals(rule))
                .map(Clock::status)
                .findFirst()
                .orElseThrow();
    }

    /** A fact as it was noted, without anything that was said of it. */
    private static Hindsight.Recorded heard(String at, String line) {
        var note =
                new NoteFacts(Told.complaint(Jurisdiction.KG), line.split(" ", 2)[0], Told.COMPLAINT, Told.facts(line));
        return new Hindsight.Recorded(
                Decider.decide(note, Clocks.NONE, Histories.at(Instant.parse(at)))
                        .getFirst(),
                Instant.parse(at));
    }
}
