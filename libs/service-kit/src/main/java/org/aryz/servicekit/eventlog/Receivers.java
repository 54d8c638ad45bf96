package org.aryz.servicekit.eventlog;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToDoubleFunction;
import org.aryz.eventlog.kafka.DeadLetters;
import org.aryz.eventlog.kafka.ReceivedEventHandler;
import org.aryz.eventlog.kafka.Receiver;

/** Makes a service's receivers, counts what they take in, and closes them. */
@Singleton
public final class Receivers {

    private final DeadLetters deadLetters;
    private final MeterRegistry meters;
    private final List<Receiver> made = new CopyOnWriteArrayList<>();

    Receivers(EventFlow flow, MeterRegistry meters) {
        this.deadLetters = new DeadLetters(flow.service(), flow.replicationFactor(), flow.kafka());
        this.meters = meters;
    }

    /**
     * A receiver for the batches of a channel.
     *
     * @param channel its name in the metrics
     */
    public Receiver receiver(String channel, ReceivedEventHandler handler) {
        Receiver receiver = new Receiver(handler, deadLetters);
        made.add(receiver);
        count(channel, "taken-in", receiver, counted -> counted.counts().takenIn());
        count(channel, "repeated", receiver, counted -> counted.counts().repeated());
        count(channel, "dead-lettered", receiver, counted -> counted.counts().deadLettered());
        return receiver;
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
