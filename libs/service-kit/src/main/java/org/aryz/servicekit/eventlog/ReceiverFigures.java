package org.aryz.servicekit.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.TopicPartition;
import org.aryz.eventlog.kafka.Parking;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far receiving is behind and what it left out, asked every few seconds; and whether this replica stands still. */
@Singleton
public final class ReceiverFigures {

    private static final long EVERY_MILLIS = 5_000;
    private static final Duration MOST_FOR_ASSIGNMENT = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final EventFlow flow;
    private final Receivers receivers;
    private final Parking parking;
    private final KafkaClientService clients;
    private final Duration patience;
    private final Backlogs backlogs;
    private final Progress progress = new Progress();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Map<String, Set<TopicPartition>> assigned = new HashMap<>();
    private volatile Map<String, Figures> latest = Map.of();
    private volatile Parking.Counts leftOut = new Parking.Counts(0, 0);
    private volatile SortedMap<String, Long> stuck = new TreeMap<>();
    private long timer;

    /** Of one topic: records that wait, and the age of the oldest of them in seconds. */
    private record Figures(long lag, double oldest) {
        static final Figures NONE = new Figures(0, 0);

        Figures with(long records, double age) {
            return new Figures(lag + records, Math.max(oldest, age));
        }
    }

    ReceiverFigures(
            Vertx vertx,
            EventFlow flow,
            Receivers receivers,
            Parking parking,
            KafkaClientService clients,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group,
            @ConfigProperty(name = "aryz.receiver.patience") Duration patience) {
        this.vertx = vertx;
        this.flow = flow;
        this.receivers = receivers;
        this.parking = parking;
        this.clients = clients;
        this.patience = patience;
        this.backlogs = new Backlogs(flow.kafka(), group, flow.consumes());
    }

    void start(@Observes StartupEvent event, MeterRegistry meters) {
        if (flow.consumes().isEmpty()) {
            return;
        }
        flow.consumes().forEach(topic -> {
            gauge(meters, "aryz.receiver.lag", "Records not yet taken in", topic, Figures::lag);
            gauge(
                    meters,
                    "aryz.receiver.oldest.waiting",
                    "Age of the oldest of them in seconds",
                    topic,
                    Figures::oldest);
        });
        gauge(meters, "aryz.receiver.dead.letters", "Dead letters not settled", Parking.Counts::deadLetters);
        gauge(meters, "aryz.receiver.parked.complaints", "Complaints whose events wait", Parking.Counts::parkedLanes);
        timer = vertx.setPeriodic(0, EVERY_MILLIS, _ -> refresh());
    }

    /** Records waiting, by partition, where this replica has not taken anything in for too long although it could. */
    public SortedMap<String, Long> stuck() {
        return stuck;
    }

    private void refresh() {
        parking.counts().subscribe().with(counts -> leftOut = counts, _ -> {});
        if (busy.compareAndSet(false, true)) {
            Uni.createFrom()
                    .voidItem()
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .invoke(this::ask)
                    .onFailure()
                    .invoke(() -> observe(Map.of())) // Kafka is away: then nobody stands still
                    .onTermination()
                    .invoke(() -> busy.set(false))
                    .subscribe()
                    .with(_ -> {}, _ -> {});
        }
    }

    private void ask() {
        Map<TopicPartition, Backlog> asked = backlogs.ask();
        asked.replaceAll((partition, backlog) -> backlog.from(receivers.throughTo(partition)));
        Set<TopicPartition> mine = assigned();
        Map<TopicPartition, Backlog> read = new HashMap<>(asked);
        read.keySet().retainAll(mine);
        observe(read);
        Map<TopicPartition, Long> oldest = backlogs.oldest(asked);
        long now = System.currentTimeMillis();
        Map<String, Figures> figures = new HashMap<>();
        asked.forEach((partition, backlog) -> {
            double age = Math.max(0, now - oldest.getOrDefault(partition, now)) / 1000.0;
            figures.merge(
                    partition.topic(),
                    Figures.NONE.with(backlog.records(), age),
                    (sum, one) -> sum.with(one.lag, one.oldest));
        });
        latest = figures;
    }

    private void observe(Map<TopicPartition, Backlog> read) {
        Instant now = Instant.now();
        progress.observe(read, now);
        boolean databaseAway = receivers.lastOutage().isAfter(now.minus(patience));
        stuck = databaseAway ? new TreeMap<>() : progress.stuckFor(patience, now);
    }

    /** A consumer that does not even tell what it reads still reads what it read last. */
    private Set<TopicPartition> assigned() {
        Set<TopicPartition> all = new HashSet<>();
        for (String channel : clients.getConsumerChannels()) {
            KafkaConsumer<?, ?> consumer = clients.getConsumer(channel);
            consumer.getAssignments()
                    .ifNoItem()
                    .after(MOST_FOR_ASSIGNMENT)
                    .fail()
                    .onItem()
                    .invoke(partitions -> assigned.put(channel, partitions))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
            all.addAll(assigned.getOrDefault(channel, Set.of()));
        }
        return all;
    }

    private void gauge(
            MeterRegistry meters, String name, String description, String topic, ToDoubleFunction<Figures> figure) {
        Gauge.builder(name, this, self -> figure.applyAsDouble(self.latest.getOrDefault(topic, Figures.NONE)))
                .description(description)
                .tag("topic", topic)
                .strongReference(true)
                .register(meters);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<Parking.Counts> figure) {
        Gauge.builder(name, this, self -> figure.applyAsDouble(self.leftOut))
                .description(description)
                .strongReference(true)
                .register(meters);
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        backlogs.close();
    }
}
