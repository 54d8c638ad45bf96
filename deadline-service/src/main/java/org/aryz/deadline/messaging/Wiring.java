package org.aryz.deadline.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.aryz.eventlog.kafka.DeadLetters;
import org.aryz.eventlog.kafka.Receiver;
import org.aryz.eventlog.kafka.Relay;
import org.aryz.eventlog.kafka.RelaySettings;
import org.aryz.eventlog.kafka.Topics;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** TEMPORARY, until the kit wires. */
@Singleton
class Wiring {
    private final Relay relay;
    private final PostgresEventLog log;
    private final Receiver receiver;
    private final String kafka;

    Wiring(
            PostgresEventLog log,
            Pool pool,
            PublicDeadlineEvents mapping,
            IncomingFacts facts,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.log = log;
        this.kafka = kafka;
        relay = new Relay(log, pool, mapping, RelaySettings.of("deadline", "aryz.deadlines", kafka));
        receiver = new Receiver(facts, new DeadLetters("deadline", 1, Map.of("bootstrap.servers", kafka)));
    }

    @Produces
    @Singleton
    static PostgresEventLog log(Vertx vertx, Pool pool) {
        return new PostgresEventLog(vertx, pool, List.of());
    }

    @Produces
    @Singleton
    Relay relay() {
        return relay;
    }

    void start(@Observes StartupEvent e) {
        Topics.ensure(Map.of("bootstrap.servers", kafka), 1, "aryz.complaints", "aryz.referrals");
        var unused = relay.start();
        log.onAppended(relay::nudge);
    }

    void stop(@Observes ShutdownEvent e) {
        relay.close();
        receiver.close();
    }

    @Incoming("facts")
    Uni<Void> facts(ConsumerRecords<String, byte[]> batch) {
        return receiver.receive(batch);
    }
}
