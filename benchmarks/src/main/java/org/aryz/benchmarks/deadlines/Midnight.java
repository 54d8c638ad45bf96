package org.aryz.benchmarks.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;

/** All that is open falls due at one instant while people go on working: when all is told, and how long an append waited. */
final class Midnight implements Row {
    private static final double WANTED_SECONDS_FOR_A_MILLION = 45;
    private static final double WANTED_MILLIS = 250;
    private static final long BETWEEN_APPENDS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LEFT =
            "select exists (select from deadline.due where not decides and next_at <= event_log.now() limit 1)";

    /** What was seen of one midnight. */
    private record Seen(double seconds, double longestMillis) {}

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        try (var armed = Armed.of(scale.midnight(), scale.midnight(), progress)) {
            var store = armed.store();
            store.execute(
                    "update deadline.due set next_at = date_trunc('minute', now() - interval '1 minute')",
                    "update deadline.frontier set at = '-infinity'",
                    "vacuum analyze deadline.due",
                    "checkpoint");
            var seen = passed(store);
            progress.step("%.1f s, longest append %.0f ms".formatted(seen.seconds(), seen.longestMillis()));
            return List.of(
                    Report.atMost(
                            "%,d due at one instant: seconds until all are committed, two appends in 40 ms meanwhile"
                                    .formatted(scale.midnight()),
                            new Figure(seen.seconds()),
                            "a limit, in proportion",
                            new Figure(WANTED_SECONDS_FOR_A_MILLION * scale.midnight() / 1_000_000),
                            1),
                    Report.atMost(
                            "the longest of those appends, in ms",
                            new Figure(seen.longestMillis()),
                            "a limit",
                            new Figure(WANTED_MILLIS),
                            1));
        }
    }

    private static Seen passed(Store store) throws InterruptedException {
        var log = store.log();
        append(log); // the first one of a session is parsed and planned
        var longest = 0L;
        var begin = System.nanoTime();
        try (var _ = Replica.started(store, LOOK_EVERY)) {
            var next = begin;
            var looks = 0;
            while (looks++ % 10 != 0 || store.value(LEFT).equals("t")) {
                var asked = System.nanoTime();
                append(log);
                longest = Math.max(longest, System.nanoTime() - asked);
                next += BETWEEN_APPENDS;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
            }
        }
        return new Seen((System.nanoTime() - begin) / 1e9, longest / 1e6);
    }

    private static void append(EventLog log) {
        var event = new NewEvent(UuidV7.next(), "facts.noted", 1, "{}", List.of(), Instant.now());
        var result = log.append(Append.to(StreamId.of(UUID.randomUUID()), 0, List.of(event), "{}"))
                .await()
                .atMost(PATIENCE);
        if (!(result instanceof Appended)) {
            throw new IllegalStateException("An append came to " + result);
        }
    }
}
