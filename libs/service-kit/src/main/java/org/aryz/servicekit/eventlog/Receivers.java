package org.aryz.servicekit.eventlog;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.aryz.eventlog.kafka.DeadLetter;
import org.aryz.eventlog.kafka.DeadLetters;
import org.aryz.eventlog.kafka.Lane;
import org.aryz.eventlog.kafka.ParkedLane;
import org.aryz.eventlog.kafka.Parking;
import org.aryz.eventlog.kafka.ReceivedEventHandler;
import org.aryz.eventlog.kafka.Receiver;

/** Makes a service's receivers, counts what they take in, lets them take in what was parked, and closes them. */
@Singleton
public final class Receivers {

    private final DeadLetters deadLetters;
    private final Parking parking;
    private final MeterRegistry meters;
    private final Map<String, Receiver> byTopic = new ConcurrentHashMap<>();
    private final List<Receiver> made = new CopyOnWriteArrayList<>();

    Receivers(EventFlow flow, Parking parking, MeterRegistry meters) {
        this.deadLetters = new DeadLetters(flow.service(), flow.replicationFactor(), flow.kafka());
        this.parking = parking;
        this.meters = meters;
    }

    /**
     * A receiver for the batches of a channel.
     *
     * @param channel its name in the configuration and in the metrics
     */
    public Receiver receiver(String channel, ReceivedEventHandler handler) {
        Receiver receiver = new Receiver(handler, deadLetters, parking);
        made.add(receiver);
        Channel.topics(channel).forEach(topic -> byTopic.put(topic, receiver));
        count(channel, "taken-in", receiver, counted -> counted.counts().takenIn());
        count(channel, "repeated", receiver, counted -> counted.counts().repeated());
        count(channel, "parked", receiver, counted -> counted.counts().parked());
        count(channel, "dead-lettered", receiver, counted -> counted.counts().deadLettered());
        return receiver;
    }

    /** Takes in what is parked about a subject, on all topics; tells how many events were taken in. */
    public Uni<Long> replay(String subject) {
        return parking.lanesOf(subject)
                .flatMap(lanes -> replay(lanes.stream().map(ParkedLane::lane).toList()));
    }

    /** Tries a dead letter again; empty if none is open under this id, else whether it is settled now. */
    public Uni<Optional<Boolean>> replayDeadLetter(long id) {
        return parking.deadLetter(id)
                .flatMap(letter -> letter.map(open -> replay(open).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Boolean> replay(DeadLetter letter) {
        Uni<Long> again = letter.parked() ? replay(String.valueOf(letter.subject())) : replayAlone(letter);
        return again.chain(parking::ready)
                .chain(() -> parking.deadLetter(letter.id()))
                .map(Optional::isEmpty);
    }

    private Uni<Long> replayAlone(DeadLetter letter) {
        Receiver receiver = byTopic.get(letter.topic());
        return receiver == null
                ? Uni.createFrom().item(0L)
                : parking.deadRecord(letter.id()).flatMap(record -> receiver.replay(letter.id(), record.orElseThrow())
                        .replaceWith(1L));
    }

    /** Takes in what had to wait only for something that is there now. */
    Uni<Long> goOn() {
        return parking.ready().flatMap(this::replay);
    }

    private Uni<Long> replay(List<Lane> lanes) {
        return Multi.createFrom()
                .iterable(lanes)
                .onItem()
                .transformToUniAndConcatenate(this::replay)
                .collect()
                .with(Collectors.summingLong(count -> count));
    }

    private Uni<Long> replay(Lane lane) {
        Receiver receiver = byTopic.get(lane.topic());
        return receiver == null ? Uni.createFrom().item(0L) : receiver.replay(lane);
    }

    /** Up to which offset, not included, this process has been through a partition; 0 if it read nothing of it. */
    long throughTo(TopicPartition partition) {
        Receiver receiver = byTopic.get(partition.topic());
        return receiver == null ? 0 : receiver.throughTo(partition);
    }

    /** When a receiver last found the database away. */
    Instant lastOutage() {
        return made.stream()
                .map(Receiver::lastOutage)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private void count(String channel, String outcome, Receiver receiver, ToDoubleFunction<Receiver> count) {
        FunctionCounter.builder("aryz.receiver.records", receiver, count)
                .description("Records received, by what became of them")
                .tag("channel", channel)
                .tag("outcome", outcome)
                .register(meters);
    }

    void close(@Observes ShutdownEvent event) {
        made.forEach(Receiver::close);
        deadLetters.close();
    }
}
