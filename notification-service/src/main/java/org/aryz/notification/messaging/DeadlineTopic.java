package org.aryz.notification.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.aryz.eventlog.kafka.Receiver;
import org.aryz.servicekit.eventlog.Receivers;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes {@code aryz.deadlines} in, batch by batch; an offset is committed when all before it is taken in. */
@ApplicationScoped
class DeadlineTopic {
    private final Receiver receiver;

    DeadlineTopic(Receivers receivers, DeadlineEvents events) {
        this.receiver = receivers.receiver("deadlines", events);
    }

    @Incoming("deadlines")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return receiver.receive(batch);
    }
}
