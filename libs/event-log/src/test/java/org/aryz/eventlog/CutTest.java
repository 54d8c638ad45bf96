package org.aryz.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final StreamId STREAM = Samples.newStream();

    /** Recorded in order, now and then two at once; what they tell of happened whenever, but for the first. */
    private static List<RecordedEvent> history(Random random) {
        var events = new ArrayList<RecordedEvent>();
        var hour = 0;
        var count = 1 + random.nextInt(12);
        for (var version = 1; version <= count; version++) {
            hour += random.nextInt(3);
            var occurred = version == 1 ? 0 : random.nextInt(20) - 5;
            events.add(event(version, at(occurred), at(hour)));
        }
        return events;
    }

    private static RecordedEvent event(int version, Instant occurredAt, Instant recordedAt) {
        return new RecordedEvent(
                version, UuidV7.next(), STREAM, version, "t", 1, "{}", List.of(), "{}", occurredAt, recordedAt);
    }

    private static Instant at(int hour) {
        return Samples.THEN.plusSeconds(hour * 3600L);
    }

    @RepeatedTest(200)
    void itLeavesWhatTheLogHeldThenAsFarAsItHadHappened(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var history = history(random);
        var occurred = at(random.nextInt(25) - 6);
        var known = at(random.nextInt(25) - 2);

        var logOfThatTime = history.stream()
                .takeWhile(event -> !event.recordedAt().isAfter(known))
                .toList();
        var left = logOfThatTime.stream()
                .filter(event -> !event.occurredAt().isAfter(occurred))
                .toList();
        var begun = !left.isEmpty() && left.getFirst().version() == 1;

        assertThat(new Cut(occurred, known).of(history)).isEqualTo(begun ? left : List.of());
        assertThat(new Cut(occurred, null).of(new Cut(null, known).of(history)))
                .isEqualTo(new Cut(occurred, known).of(history));
    }

    @Test
    void withoutInstantsNothingIsCut() {
        var history = history(new Random(1));

        assertThat(Cut.NONE.of(history)).isEqualTo(history);
        assertThat(Cut.NONE.of(List.of())).isEmpty();
    }
}
