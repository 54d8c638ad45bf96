package org.aryz.eventlog.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.aryz.eventlog.kafka.Taking.Result.Known;
import org.aryz.eventlog.kafka.Taking.Result.LeftOut;
import org.aryz.eventlog.kafka.Taking.Result.OutOfTurn;
import org.aryz.eventlog.kafka.Taking.Result.TakenIn;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes records of other services in, each once: events of one subject in order, those of different subjects at the same
 * time. An event that can't be taken in is parked, and with it the later ones of its {@link Lane}, so that one bad record
 * stops no other subject; while the database is away, everything waits. No thread is blocked.
 */
public final class Receiver implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Receiver.class);
    private static final int SUBJECTS_AT_A_TIME = 256;
    private static final String UNDECODABLE = "undecodable";

    /** How many records became what, since the start of the process. */
    public record Counts(long takenIn, long repeated, long parked, long deadLettered) {}

    private final DeadLetters deadLetters;
    private final Parking parking;
    private final Taking taking;
    private final LongAdder takenIn = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder parked = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    /** Lanes this process knows to be parked: their events need not be tried. What it does not know, the log decides. */
    private final Set<Lane> parkedLanes = ConcurrentHashMap.newKeySet();

    private final Map<TopicPartition, Long> done = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public Receiver(ReceivedEventHandler handler, DeadLetters deadLetters, Parking parking) {
        this.deadLetters = deadLetters;
        this.parking = parking;
        this.taking = new Taking(handler, () -> closed);
    }

    /**
     * Succeeds when every record is taken in, known already, parked or a dead letter: then the offset may be committed.
     * Fails only when the receiver is closed meanwhile. Handlers run on the Vert.x context of the caller, if there is one.
     */
    public Uni<Void> receive(Iterable<ConsumerRecord<String, byte[]>> batch) {
        return Uni.createFrom().deferred(() -> {
            var caller = callerOf(Vertx.currentContext());
            return Multi.createFrom()
                    .iterable(byLane(batch))
                    .onItem()
                    .transformToUni(records -> inOrder(records, caller))
                    .merge(SUBJECTS_AT_A_TIME)
                    .collect()
                    .last()
                    .invoke(() -> batch.forEach(this::noteDone));
        });
    }

    /**
     * Takes in what is parked in a lane, one event after the other, and stops before the first that still can't be. Tells
     * how many were taken in. Doing it again, or twice at a time, changes nothing.
     */
    public Uni<Long> replay(Lane lane) {
        return Uni.createFrom().deferred(() -> {
            var caller = callerOf(Vertx.currentContext());
            return Uni.createFrom()
                    .deferred(() -> next(lane, caller))
                    .repeat()
                    .until(acted -> !acted)
                    .collect()
                    .with(Collectors.counting());
        });
    }

    /** Tries a dead letter that belongs to no lane once more; tells whether that settled it. */
    public Uni<Boolean> replay(long deadLetter, ConsumerRecord<String, byte[]> record) {
        return Uni.createFrom().deferred(() -> {
            var incoming = Incoming.of(record);
            return incoming.place().isEmpty()
                    ? Uni.createFrom().item(false)
                    : take(incoming, callerOf(Vertx.currentContext()))
                            .chain(() -> parking.settle(deadLetter))
                            .replaceWith(true);
        });
    }

    public Counts counts() {
        return new Counts(takenIn.sum(), repeated.sum(), parked.sum(), deadLettered.sum());
    }

    /**
     * Up to which offset, not included, this process has been through a partition; 0 if it read nothing of it. The offset
     * committed may be lower for a while, also for good until the next record: a commit can get lost.
     */
    public long throughTo(TopicPartition partition) {
        return done.getOrDefault(partition, 0L);
    }

    private void noteDone(ConsumerRecord<String, byte[]> record) {
        done.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
    }

    /** When the database was last found away, which is why records may wait. */
    public Instant lastOutage() {
        return taking.lastOutage();
    }

    /** Stops repeating what does not succeed: batches on their way fail, and come again after a restart. */
    @Override
    public void close() {
        closed = true;
    }

    /** A record, where it belongs, and what it says: as far as it can be read. */
    private record Incoming(
            ConsumerRecord<String, byte[]> record, Optional<Place> place, Optional<ReceivedEvent> event) {
        static Incoming of(ConsumerRecord<String, byte[]> record) {
            return new Incoming(record, EventDecoding.place(record), EventDecoding.decode(record));
        }

        /** Of a record that can be placed. */
        Place at() {
            return place.orElseThrow();
        }

        Lane lane() {
            return at().lane();
        }

        @Override
        public String toString() {
            return record.topic() + "/" + record.partition() + "/" + record.offset();
        }
    }

    private static Collection<List<Incoming>> byLane(Iterable<ConsumerRecord<String, byte[]>> batch) {
        var groups = new LinkedHashMap<Optional<Lane>, List<Incoming>>();
        for (var record : batch) {
            var incoming = Incoming.of(record);
            groups.computeIfAbsent(incoming.place().map(Place::lane), _ -> new ArrayList<>())
                    .add(incoming);
        }
        return groups.values();
    }

    private Uni<Void> inOrder(List<Incoming> records, Executor caller) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(incoming -> take(incoming, caller))
                .collect()
                .last();
    }

    private Uni<Void> take(Incoming incoming, Executor caller) {
        if (incoming.place().isEmpty()) {
            return bury(incoming);
        }
        return parkedLanes.contains(incoming.lane())
                ? awaitTurn(incoming, () -> hand(incoming, caller))
                : hand(incoming, caller);
    }

    private Uni<Void> hand(Incoming incoming, Executor caller) {
        return result(incoming, caller).flatMap(result -> switch (result) {
            case TakenIn _ -> done(takenIn);
            case Known _ -> done(repeated);
            case OutOfTurn _ -> awaitTurn(incoming, () -> take(incoming, caller));
            // It may have failed because it was not its turn: then it only waits.
            case LeftOut leftOut -> awaitTurn(incoming, () -> park(incoming, leftOut));
        });
    }

    private Uni<Taking.Result> result(Incoming incoming, Executor caller) {
        return incoming.event().map(event -> taking.take(event, caller)).orElseGet(() -> Uni.createFrom()
                .item(new LeftOut(UNDECODABLE, true)));
    }

    /** Parks an event whose turn has not come; does something else with it if its turn has come. */
    private Uni<Void> awaitTurn(Incoming incoming, Supplier<Uni<Void>> otherwise) {
        return taking.patiently(parking.awaitTurn(incoming.record(), incoming.at()))
                .flatMap(outcome -> switch (outcome) {
                    case PARKED -> parked(incoming, "waits");
                    case RECEIVED -> done(repeated);
                    case FREE -> {
                        parkedLanes.remove(incoming.lane());
                        yield otherwise.get();
                    }
                });
    }

    private Uni<Void> park(Incoming incoming, LeftOut why) {
        var parking = taking.patiently(this.parking.park(incoming.record(), incoming.at(), why))
                .chain(() -> parked(incoming, why.code()));
        // A dead letter first: parked, the event would not come again by itself.
        return why.fault() ? dead(incoming, why.code()).chain(() -> parking) : parking;
    }

    private Uni<Void> parked(Incoming incoming, String code) {
        if (parkedLanes.add(incoming.lane())) {
            LOG.warnf("Parked (%s): %s and what follows of its subject", code, incoming);
        }
        return done(parked);
    }

    /** Takes in the event whose turn it is in a parked lane; false if it has not come, or still can't be taken in. */
    private Uni<Boolean> next(Lane lane, Executor caller) {
        return parking.next(lane).flatMap(next -> next.map(record -> again(Incoming.of(record), caller))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> again(Incoming incoming, Executor caller) {
        return result(incoming, caller).flatMap(result -> switch (result) {
            case TakenIn _ -> done(takenIn).replaceWith(true);
            case Known _ -> Uni.createFrom().item(true);
            case OutOfTurn _ -> Uni.createFrom().item(false);
            case LeftOut leftOut -> park(incoming, leftOut).replaceWith(false);
        });
    }

    private Uni<Void> bury(Incoming incoming) {
        return dead(incoming, UNDECODABLE).chain(() -> taking.patiently(parking.bury(incoming.record(), UNDECODABLE)));
    }

    private Uni<Void> dead(Incoming incoming, String code) {
        return deadLetters
                .add(incoming.record(), code)
                .onFailure()
                .retry()
                .withBackOff(Taking.SHORTEST_REST, Taking.LONGEST_REST)
                .until(_ -> !closed)
                .invoke(() -> {
                    deadLettered.increment();
                    LOG.warnf("Dead letter (%s): %s", code, incoming);
                });
    }

    private static Uni<Void> done(LongAdder counted) {
        counted.increment();
        return Uni.createFrom().voidItem();
    }

    private static Executor callerOf(@Nullable Context context) {
        return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
    }
}
