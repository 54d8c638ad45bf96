package org.aryz.servicekit.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.kafka.PublicEvent;
import org.aryz.eventlog.kafka.Receiver;
import org.aryz.eventlog.projection.Projection;
import org.aryz.servicekit.eventlog.Policy;
import org.aryz.servicekit.eventlog.Receivers;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A service that hears its own events, on every way there is. */
@Singleton
public class SampleEvents implements PublicEvent.Mapping {

    private final Queue<UUID> received = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> projected = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> reactedTo = new ConcurrentLinkedQueue<>();
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final Set<String> stalled = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> gate = new CompletableFuture<>();
    private final Receiver receiver;

    SampleEvents(Receivers receivers, EventLog log) {
        this.receiver = receivers.receiver("samples", event -> {
            if (poison.contains(event.type())) {
                throw new IllegalStateException("can't swallow " + event.type());
            }
            received.add(event.id());
            var taken = log.append(Append.receiptOnly(StreamId.of(UUID.randomUUID()), event.receipt()));
            return stalled.contains(event.type())
                    ? Uni.createFrom().completionStage(gate).chain(() -> taken)
                    : taken;
        });
    }

    /** From now on events of this type can't be taken in, or again can be. */
    public void poison(String type, boolean poisoned) {
        if (poisoned) {
            poison.add(type);
        } else {
            poison.remove(type);
        }
    }

    /** From now on the handler does not come back from events of this type, until it is let go. */
    public CompletableFuture<Void> stallOn(String type) {
        stalled.add(type);
        return gate;
    }

    @Override
    public Optional<PublicEvent> publish(RecordedEvent event) {
        return Optional.of(new PublicEvent(
                event.stream().toString(),
                event.type(),
                "urn:aryz:schema:sample:1",
                event.data().getBytes(UTF_8)));
    }

    @Incoming("samples")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return receiver.receive(batch);
    }

    public boolean wentEveryWay(UUID event) {
        return received.contains(event) && projected.contains(event) && reactedTo.contains(event);
    }

    /** Remembers what a read model is fed with. */
    @Singleton
    static class SampleProjection implements Projection {

        private final SampleEvents events;

        SampleProjection(SampleEvents events) {
            this.events = events;
        }

        @Override
        public String name() {
            return "samples";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Uni<Void> handle(SqlConnection transaction, List<RecordedEvent> recorded) {
            recorded.forEach(event -> events.projected.add(event.id()));
            return Uni.createFrom().voidItem();
        }
    }

    /** Remembers what a policy is called for. */
    @Singleton
    static class WhenSampleThenRemember implements Policy {

        private final SampleEvents events;

        WhenSampleThenRemember(SampleEvents events) {
            this.events = events;
        }

        @Override
        public String name() {
            return "when-sample-then-remember";
        }

        @Override
        public Uni<Void> handle(List<RecordedEvent> recorded) {
            recorded.forEach(event -> events.reactedTo.add(event.id()));
            return Uni.createFrom().voidItem();
        }
    }
}
