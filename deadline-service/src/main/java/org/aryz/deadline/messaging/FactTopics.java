package org.aryz.deadline.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.aryz.eventlog.kafka.Receiver;
import org.aryz.servicekit.eventlog.Receivers;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the topics of intake and referral. */
@ApplicationScoped
public class FactTopics {
    private static final String CHANNEL = "facts";

    private final Receiver receiver;

    public FactTopics(Receivers receivers, IncomingFacts facts) {
        receiver = receivers.receiver(CHANNEL, facts);
    }

    @Incoming(CHANNEL)
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return receiver.receive(batch);
    }
}
