package org.aryz.benchmarks.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.aryz.benchmarks.Relaying;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.kafka.ReceivedEvent;
import org.aryz.testplatform.Patience;

/** Records that are no events, and events that the taking service can't swallow until it is mended. */
final class PoisonedRecords implements Fault {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final Set<String> poisoned = ConcurrentHashMap.newKeySet();
    private volatile int wanted;

    @Override
    public Outcome drive(Course course) throws Exception {
        var garbage = course.scale().poison();
        wanted = garbage;
        try (var pipeline = new Pipeline()) {
            pipeline.inbox().join(event -> swallow(pipeline.inbox(), event));
            var load = Load.on(pipeline.door(), Load.Pace.STEADY, course.chance());
            for (var i = 0; i < garbage; i++) {
                put(pipeline.topic(), "garbage " + i);
                load.untilAcknowledged();
            }
            Patience.until("subjects are poisoned", PATIENCE, () -> poisoned.size() >= wanted);
            var ledger = load.drained();
            var parked = poisoned.size();
            Patience.until(
                    "they are parked",
                    PATIENCE,
                    () -> pipeline.inbox().parked(MOST).size() >= parked);
            course.say("%d subjects are parked".formatted(parked));
            var begun = System.nanoTime();
            mend(pipeline);
            course.round(1, 1, "all is taken in", begun);
            // What is no event stays a dead letter; an event that ends as one is lost.
            var surplus = Math.abs(pipeline.inbox().deadLetters() - garbage);
            return new Outcome(
                    "%d records that are no events, %d subjects that can't be swallowed".formatted(garbage, parked),
                    pipeline.judged(ledger).and(surplus, 0),
                    "from the mending until all is taken in",
                    course.measured(),
                    "all others went on");
        }
    }

    /** Fails on so many subjects as soon as their second event comes, again and again. */
    private Uni<AppendResult> swallow(Inbox inbox, ReceivedEvent event) {
        if (event.receipt().sequence() == 2 && poisoned.size() < wanted) {
            poisoned.add(event.subject());
        }
        return wanted > 0 && poisoned.contains(event.subject())
                ? Uni.createFrom().failure(new IllegalStateException("can't swallow it"))
                : inbox.noteDown(event);
    }

    private void mend(Pipeline pipeline) {
        wanted = 0;
        poisoned.clear();
        Patience.until("all is taken in", PATIENCE, () -> {
            var parked = pipeline.inbox().parked(MOST);
            parked.forEach(pipeline.inbox()::replay);
            return parked.isEmpty() && pipeline.isTakenIn();
        });
    }

    private static void put(String topic, String garbage) throws ExecutionException, InterruptedException {
        try (var producer = new KafkaProducer<>(Relaying.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, UUID.randomUUID().toString(), garbage.getBytes(UTF_8)))
                    .get();
        }
    }
}
