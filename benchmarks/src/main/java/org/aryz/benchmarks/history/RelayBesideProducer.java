package org.aryz.benchmarks.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Relaying;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.benchmarks.history.Acknowledgements.Acknowledged;
import org.aryz.testplatform.TestKafka;

/** The relay catches up with a whole log, beside Kafka's own load generator with records of the same size to a topic alike. */
final class RelayBesideProducer implements Row {
    private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

    private final StoredHistory history;
    private int recordSize;

    RelayBesideProducer(StoredHistory history) {
        this.history = history;
    }

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var rounds = new Rounds()
                .of("relay", this::relayed)
                .of("kafka-producer-perf-test", this::produced)
                .run(scale.rounds(), progress);
        return List.of(Report.ratio(
                "relay to Kafka, acks=all, records of %,d bytes per second".formatted(recordSize),
                rounds.figure("relay"),
                "`kafka-producer-perf-test`, acks=all, same size, 12 partitions too",
                rounds.figure("kafka-producer-perf-test"),
                0.5));
    }

    private double relayed() throws Exception {
        var acknowledged = new Acknowledged(history.events());
        try (var _ = Relaying.allOf(
                history.store(), acknowledged.settings(TestKafka.shared().bootstrapServers()))) {
            acknowledged.awaitAll();
            recordSize = acknowledged.recordSize();
            return acknowledged.perSecond();
        }
    }

    private double produced() throws Exception {
        var tool = new ProcessBuilder(tool(Relaying.newTopic()))
                .redirectErrorStream(true)
                .start();
        var said = new String(tool.getInputStream().readAllBytes(), UTF_8);
        if (tool.waitFor() != 0) {
            throw new IOException("The load generator of Kafka failed: " + said);
        }
        // The last line is about all of them, those before about five seconds each.
        return RATE.matcher(said)
                .results()
                .map(rate -> Double.parseDouble(rate.group(1)))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IOException("The load generator of Kafka said no rate: " + said));
    }

    private List<String> tool(String topic) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                topic,
                "--num-records",
                Integer.toString(history.events()),
                "--record-size",
                Integer.toString(recordSize),
                "--throughput",
                "-1",
                "--producer-props",
                "bootstrap.servers=" + TestKafka.shared().bootstrapServers(),
                "acks=all",
                "linger.ms=2");
    }
}
