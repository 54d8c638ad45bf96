package org.aryz.referral.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.aryz.eventlog.kafka.Receiver;
import org.aryz.servicekit.eventlog.Receivers;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the topic of complaints in batches. */
@ApplicationScoped
public class ComplaintRecords {
    private static final String CHANNEL = "complaints";

    private final Receiver receiver;

    public ComplaintRecords(Receivers receivers, ComplaintFacts facts) {
        this.receiver = receivers.receiver(CHANNEL, facts);
    }

    @Incoming(CHANNEL)
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return receiver.receive(batch);
    }
}
