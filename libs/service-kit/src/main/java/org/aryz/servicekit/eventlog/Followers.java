package org.aryz.servicekit.eventlog;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.aryz.eventlog.kafka.PublicEvent;
import org.aryz.eventlog.kafka.Relay;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.eventlog.projection.Projection;
import org.aryz.eventlog.projection.Projector;
import org.aryz.eventlog.subscription.LeadingSubscription;
import org.aryz.eventlog.subscription.SubscriptionSettings;

/** Starts whatever follows the service's log, tells it of each append, and closes it: relay, projections, policies. */
@Singleton
public final class Followers {

    private final PostgresEventLog log;
    private final Pool pool;
    private final EventFlow flow;
    private final RelayFigures figures;
    private final ProjectionFigures projected;
    private final List<AutoCloseable> running = new ArrayList<>();

    Followers(PostgresEventLog log, Pool pool, EventFlow flow, RelayFigures figures, ProjectionFigures projected) {
        this.log = log;
        this.pool = pool;
        this.flow = flow;
        this.figures = figures;
        this.projected = projected;
    }

    void start(
            @Observes StartupEvent event,
            Instance<PublicEvent.Mapping> mapping,
            Instance<Projection> projections,
            Instance<Policy> policies,
            MeterRegistry meters) {
        meters.gauge("aryz.log.appends.waiting", log, PostgresEventLog::waiting);
        if (mapping.isResolvable()) {
            publish(mapping.get());
        }
        projections.forEach(this::feed);
        policies.forEach(this::follow);
    }

    private void publish(PublicEvent.Mapping mapping) {
        Relay relay = new Relay(log, pool, mapping, flow.relay()).start();
        log.onAppended(relay::nudge);
        running.add(relay);
        running.add(figures.watch(relay));
    }

    private void feed(Projection projection) {
        Projector projector = new Projector(log, pool, projection, SubscriptionSettings.ofProjections()).start();
        log.onAppended(projector::nudge);
        running.add(projector);
        running.add(projected.watch(projection));
    }

    private void follow(Policy policy) {
        LeadingSubscription subscription = new LeadingSubscription(
                        log,
                        pool,
                        policy.name(),
                        LeadingSubscription.allOrNothing(policy),
                        SubscriptionSettings.defaults())
                .start();
        log.onAppended(subscription::nudge);
        running.add(subscription);
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
    }
}
