package org.aryz.eventlog.kafka;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.AlreadyReceived;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Conflict;
import org.aryz.eventlog.AppendResult.Hole;
import org.aryz.eventlog.AppendResult.KeyReused;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.LogUnavailable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes records of other services in, each once: events of one subject in order, those of different subjects at the same
 * time. Whatever can't be taken in goes to the dead-letter topic, so that one bad record does not stop the others; while
 * the database is away, everything waits. No thread is blocked.
 */
public final class Receiver implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Receiver.class);
    private static final String HOLE = "hole";
    private static final int SUBJECTS_AT_A_TIME = 256;
    private static final int TRIES = 5;
    private static final Duration SHORTEST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    /** How many records became what, since the start of the process. */
    public record Counts(long takenIn, long repeated, long deadLettered) {}

    private final ReceivedEventHandler handler;
    private final DeadLetters deadLetters;
    private final LongAdder takenIn = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final LongAdder deadLettered = new LongAdder();
    private volatile boolean closed;

    public Receiver(ReceivedEventHandler handler, DeadLetters deadLetters) {
        this.handler = handler;
        this.deadLetters = deadLetters;
    }

    /**
     * Succeeds when every record is taken in, known already, or a dead letter: then the offset may be committed. Fails
     * only when the receiver is closed meanwhile. Handlers run on the Vert.x context of the caller, if there is one.
     */
    public Uni<Void> receive(Iterable<ConsumerRecord<String, byte[]>> batch) {
        return Uni.createFrom().deferred(() -> {
            var caller = callerOf(Vertx.currentContext());
            return Multi.createFrom()
                    .iterable(bySubject(batch))
                    .onItem()
                    .transformToUni(records -> inOrder(records, caller))
                    .merge(SUBJECTS_AT_A_TIME)
                    .collect()
                    .last();
        });
    }

    public Counts counts() {
        return new Counts(takenIn.sum(), repeated.sum(), deadLettered.sum());
    }

    /** Stops repeating what does not succeed: batches on their way fail, and come again after a restart. */
    @Override
    public void close() {
        closed = true;
    }

    /** A record, and what it says if it can be read. */
    private record Incoming(ConsumerRecord<String, byte[]> record, Optional<ReceivedEvent> event) {
        Optional<String> subject() {
            return event.map(ReceivedEvent::subject);
        }
    }

    private static Collection<List<Incoming>> bySubject(Iterable<ConsumerRecord<String, byte[]>> batch) {
        var groups = new LinkedHashMap<Optional<String>, List<Incoming>>();
        for (var record : batch) {
            var incoming = new Incoming(record, EventDecoding.decode(record));
            groups.computeIfAbsent(incoming.subject(), _ -> new ArrayList<>()).add(incoming);
        }
        return groups.values();
    }

    private Uni<Void> inOrder(List<Incoming> records, Executor caller) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(incoming -> incoming.event()
                        .map(event -> take(event, incoming.record(), caller))
                        .orElseGet(() -> bury(incoming.record(), "undecodable")))
                .collect()
                .last();
    }

    private Uni<Void> take(ReceivedEvent event, ConsumerRecord<String, byte[]> record, Executor caller) {
        return Uni.createFrom()
                .deferred(() -> handler.handle(event))
                .runSubscriptionOn(caller)
                .invoke(this::settle)
                .onFailure(Receiver::isWorthATry)
                .retry()
                .withBackOff(SHORTEST_REST, LONGEST_REST)
                .atMost(TRIES)
                .onFailure(LogUnavailable.class)
                .retry()
                .withBackOff(SHORTEST_REST, LONGEST_REST)
                .until(_ -> !closed)
                .replaceWithVoid()
                .onFailure(failure -> !(failure instanceof LogUnavailable))
                .recoverWithUni(failure -> bury(record, codeOf(failure)));
    }

    /** An outcome that left the event out, which is a failure here. */
    private static final class LeftOut extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;

        LeftOut(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }

    private void settle(AppendResult result) {
        switch (result) {
            case Appended _ -> takenIn.increment();
            case AlreadyReceived _, Repeated _ -> repeated.increment();
            case Conflict _ -> throw new LeftOut("conflict");
            case KeyReused _ -> throw new LeftOut("key-reused");
            case Hole _ -> throw new LeftOut(HOLE);
        }
    }

    /** The database being away is no fault of the event and is waited for; a hole does not close by trying. */
    private static boolean isWorthATry(Throwable failure) {
        return !(failure instanceof LogUnavailable)
                && !(failure instanceof LeftOut leftOut && HOLE.equals(leftOut.code));
    }

    private static String codeOf(Throwable failure) {
        return failure instanceof LeftOut leftOut ? leftOut.code : "handler-failed";
    }

    private Uni<Void> bury(ConsumerRecord<String, byte[]> record, String code) {
        return deadLetters
                .add(record, code)
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_REST, LONGEST_REST)
                .until(_ -> !closed)
                .invoke(() -> {
                    deadLettered.increment();
                    LOG.warnf("Dead letter (%s): %s/%d/%d", code, record.topic(), record.partition(), record.offset());
                });
    }

    private static Executor callerOf(@Nullable Context context) {
        return context == null ? Runnable::run : task -> context.runOnContext(_ -> task.run());
    }
}
