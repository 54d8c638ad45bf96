package org.aryz.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.aryz.eventlog.Cut;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.intake.application.CaseFile;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever happened in whatever order, and wherever its history is cut, a complaint can be told as it stood. */
class LookingBackTest {
    private static final Instant RECEIVED = Instant.parse("2025-03-04T09:12:31Z");
    private static final StreamId STREAM = StreamId.of(UUID.fromString("01955f6a-2c40-7d1e-8b3f-5a9c0e7d4b21"));

    private final StoredComplaintEvents stored = new StoredComplaintEvents();

    /** The receipt, then events of any kind: recorded one after the other, each of something that happened before or after it. */
    private static List<RecordedEvent> history(Random random) {
        var kinds = SampleEvents.BY_TYPE.keySet().stream()
                .filter(type -> !type.equals("complaint.received"))
                .sorted()
                .toList();
        var count = random.nextInt(15);
        var history = new ArrayList<>(List.of(event("complaint.received", 1, RECEIVED, RECEIVED)));
        for (var version = 2; version <= count; version++) {
            var type = kinds.get(random.nextInt(kinds.size()));
            history.add(event(type, version, hour(random.nextInt(30) - 10), hour(version)));
        }
        return history;
    }

    private static RecordedEvent event(String type, int version, Instant occurredAt, Instant recordedAt) {
        var data = SampleEvents.approved(type);
        return new RecordedEvent(
                version, UUID.randomUUID(), STREAM, version, type, 1, data, List.of(), "{}", occurredAt, recordedAt);
    }

    private static Instant hour(int hour) {
        return RECEIVED.plus(Duration.ofHours(hour));
    }

    private Optional<CaseFile> fold(List<RecordedEvent> history) {
        var file = Optional.<CaseFile>empty();
        for (var recorded : history) {
            file = CaseFile.evolve(file, stored.decode(recorded));
        }
        return file;
    }

    @RepeatedTest(200)
    void itsStateIsThatOfARebuildFromTheLogOfThatTime(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var history = history(random);
        var occurred = hour(random.nextInt(32) - 1);
        var known = hour(random.nextInt(18) - 1);
        var logOfThatTime = history.stream()
                .takeWhile(event -> !event.recordedAt().isAfter(known))
                .toList();

        var state = fold(new Cut(occurred, known).of(history));

        assertThat(state.isPresent()).isEqualTo(!occurred.isBefore(RECEIVED) && !known.isBefore(RECEIVED));
        assertThat(state).isEqualTo(fold(new Cut(occurred, null).of(logOfThatTime)));
        assertThat(fold(new Cut(null, known).of(history))).isEqualTo(fold(logOfThatTime));
    }
}
