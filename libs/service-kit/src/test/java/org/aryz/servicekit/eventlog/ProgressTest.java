package org.aryz.servicekit.eventlog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final TopicPartition PARTITION = new TopicPartition("things", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final Progress progress = new Progress();

    private void seen(int minute, long done, long end) {
        progress.observe(Map.of(PARTITION, new Backlog(done, end)), at(minute));
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private void assertStuck(int minute, Map<String, Long> expected) {
        assertEquals(expected, progress.stuckFor(PATIENCE, at(minute)));
    }

    @Test
    void whereRecordsWaitAndNothingIsTakenInForTooLongItStands() {
        seen(0, 10, 12);
        seen(3, 10, 15);
        assertStuck(5, Map.of());
        seen(6, 10, 20);
        assertStuck(6, Map.of("things/3", 10L));
    }

    @Test
    void slowIsNotStanding() {
        seen(0, 10, 100);
        seen(4, 11, 100);
        assertStuck(8, Map.of());
    }

    @Test
    void havingNothingToDoIsNotStanding() {
        seen(0, 10, 10);
        seen(60, 10, 10);
        assertStuck(60, Map.of());
        seen(61, 10, 11);
        assertStuck(62, Map.of());
    }

    @Test
    void aPartitionThatWasReadByAnotherReplicaMeanwhileBeginsAnew() {
        seen(0, 10, 11);
        progress.observe(Map.of(), at(3));
        seen(4, 10, 11);
        assertStuck(8, Map.of());
        assertStuck(10, Map.of("things/3", 1L));
    }

    @Test
    void whatThisProcessHasBeenThroughDoesNotWaitAlsoWhereItsCommitWasLost() {
        assertEquals(0, new Backlog(10, 12).from(12).records());
        assertEquals(2, new Backlog(10, 12).from(0).records());
    }
}
