package org.aryz.benchmarks.history;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Relaying;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.benchmarks.Store;
import org.aryz.benchmarks.history.Acknowledgements.Acknowledged;
import org.aryz.eventlog.EventLog;
import org.aryz.testplatform.TestKafka;

/**
 * A thousand events a second, in steps of ten: from the recording of each to its acknowledgement by Kafka. The first second, in
 * which the relay starts, is left out.
 */
final class RelayDelay implements Row {
    private static final int AT_ONCE = 10;
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int STARTING = 100;
    private static final double WANTED_MILLIS = 50;

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var rounds = new Rounds()
                .of("from recorded to acknowledged, p99 in ms", () -> delay(scale))
                .run(scale.rounds(), progress);
        var p99 = rounds.figure("from recorded to acknowledged, p99 in ms");
        return List.of(Report.atMost(
                "relay at 1,000 events/s: from recorded (just before the commit) to acknowledged, p99 in ms",
                p99,
                "a limit",
                new Figure(WANTED_MILLIS),
                1));
    }

    private static double delay(Scale scale) throws Exception {
        var steps = (int) (scale.time().toNanos() / STEP);
        var acknowledged = new Acknowledged(STARTING * AT_ONCE, steps * AT_ONCE);
        try (var store = Store.create();
                var relaying = Relaying.allOf(
                        store, acknowledged.settings(TestKafka.shared().bootstrapServers()))) {
            appendInSteps(relaying.log(), STARTING + steps);
            acknowledged.awaitAll();
            return acknowledged.percentile(0.99);
        }
    }

    private static void appendInSteps(EventLog log, int steps) throws InterruptedException {
        var appended = new ArrayList<CompletableFuture<?>>();
        var begin = System.nanoTime();
        for (var step = 0; step < steps; step++) {
            for (var i = 0; i < AT_ONCE; i++) {
                appended.add(log.append(Facts.first()).subscribeAsCompletionStage());
            }
            TimeUnit.NANOSECONDS.sleep(begin + (step + 1) * STEP - System.nanoTime());
        }
        appended.forEach(CompletableFuture::join);
    }
}
