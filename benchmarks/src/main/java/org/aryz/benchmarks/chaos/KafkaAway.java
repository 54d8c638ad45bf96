package org.aryz.benchmarks.chaos;

import java.util.concurrent.TimeUnit;
import org.aryz.testplatform.TestKafka;

/** Kafka is killed while records are on their way, and once is away for long, while the log goes on. */
final class KafkaAway implements Fault {

    @Override
    public Outcome drive(Course course) throws Exception {
        var scale = course.scale();
        var rounds = scale.kafkaCrashes() + 1;
        try (var pipeline = new Pipeline()) {
            pipeline.inbox().join();
            var load = Load.on(pipeline.door(), Load.Pace.STEADY, course.chance());
            for (var round = 1; round <= rounds; round++) {
                load.untilAcknowledged();
                course.goOn();
                TestKafka.shared().stop();
                if (round == rounds) {
                    course.say("Kafka is away for " + scale.kafkaAway());
                    TimeUnit.MILLISECONDS.sleep(scale.kafkaAway().toMillis());
                }
                load.untilAcknowledged();
                var begun = System.nanoTime();
                TestKafka.shared().start();
                pipeline.untilTakenIn();
                course.round(round, rounds, "all is taken in again", begun);
            }
            var ledger = load.drained();
            return new Outcome(
                    "Kafka killed %d times, then away for %d s"
                            .formatted(scale.kafkaCrashes(), scale.kafkaAway().toSeconds()),
                    pipeline.judged(ledger),
                    "from its start until all that was stored is taken in",
                    course.measured(),
                    "%,d commands, none of which waited for Kafka".formatted(ledger.commands()));
        }
    }
}
