package org.aryz.servicekit.eventlog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Notices partitions in which records wait while nothing is taken in. */
final class Progress {

    private record Standing(Backlog backlog, Instant since) {
        /** Since when, if it stands where it stood before. */
        Standing after(@Nullable Standing before) {
            return before != null && before.backlog.done() == backlog.done()
                    ? new Standing(backlog, before.since)
                    : this;
        }
    }

    private Map<TopicPartition, Standing> standing = Map.of();

    /** How it is now with the partitions that this replica reads; one that it did not read before begins anew. */
    void observe(Map<TopicPartition, Backlog> backlogs, Instant now) {
        Map<TopicPartition, Standing> next = new HashMap<>();
        backlogs.forEach((partition, backlog) -> {
            if (backlog.records() > 0) {
                next.put(partition, new Standing(backlog, now).after(standing.get(partition)));
            }
        });
        standing = next;
    }

    /** Records waiting, by partition, where nothing was taken in for longer than this. */
    SortedMap<String, Long> stuckFor(Duration patience, Instant now) {
        SortedMap<String, Long> stuck = new TreeMap<>();
        standing.forEach((partition, standing) -> {
            if (standing.since.plus(patience).isBefore(now)) {
                stuck.put(partition.topic() + "/" + partition.partition(), standing.backlog.records());
            }
        });
        return stuck;
    }
}
