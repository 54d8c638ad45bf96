package org.aryz.notification.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.aryz.eventlog.kafka.DeadLetters;
import org.aryz.eventlog.kafka.Receiver;
import org.aryz.eventlog.kafka.Relay;
import org.aryz.eventlog.kafka.RelaySettings;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.subscription.Subscription;
import org.aryz.eventlog.subscription.SubscriptionSettings;
import org.aryz.notification.view.AlertView;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** TEMPORARY. */
@Singleton
class Wiring {
    @Produces
    @Singleton
    PostgresEventLog log(Vertx vertx, Pool pool) {
        return new PostgresEventLog(vertx, pool, List.of());
    }

    @org.jspecify.annotations.Nullable
    private Relay relay;

    @org.jspecify.annotations.Nullable
    private Subscription view;

    void start(
            @Observes StartupEvent e,
            PostgresEventLog log,
            Pool pool,
            PublicAlertEvents mapping,
            AlertView alertView,
            @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        var r = new Relay(log, pool, mapping, RelaySettings.of("notification", "aryz.alerts", servers)).start();
        var v = new Subscription(log, pool, AlertView.NAME, alertView::handle, SubscriptionSettings.defaults()).start();
        relay = r;
        view = v;
        log.onAppended(() -> {
            r.nudge();
            v.nudge();
        });
    }

    void stop(@Observes ShutdownEvent e) {
        if (relay != null) relay.close();
        if (view != null) view.close();
    }

    @ApplicationScoped
    static class In {
        private final Receiver receiver;

        In(DeadlineEvents handler, @ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
            receiver = new Receiver(handler, new DeadLetters("notification", 1, Map.of("bootstrap.servers", servers)));
        }

        @Incoming("deadlines")
        Uni<Void> in(ConsumerRecords<String, byte[]> records) {
            return receiver.receive((Iterable<ConsumerRecord<String, byte[]>>) records);
        }
    }
}
