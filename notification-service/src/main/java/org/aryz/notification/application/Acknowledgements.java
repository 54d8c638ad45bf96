package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.Idempotency;
import org.aryz.notification.AlertCommand.Acknowledge;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.logging.CorrelationId;
import org.aryz.servicekit.time.DatabaseClock;

/** Records who took note of an alert. */
@ApplicationScoped
public class Acknowledgements {
    private final Alerts alerts;
    private final DatabaseClock clock;

    public Acknowledgements(Alerts alerts, DatabaseClock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Who asks, and under which key. */
    public record Request(String key, String organisation, String actor) {}

    public Uni<AppendResult> acknowledge(UUID alert, Request request) {
        var cause = new Cause(request.actor(), CorrelationId.current(), null);
        var once = new Idempotency(
                request.organisation(),
                request.key(),
                IdempotencyKey.fingerprint("acknowledge " + alert),
                alert.toString());
        return clock.now()
                .flatMap(at -> alerts.execute(
                        alert, new Acknowledge(request.actor(), at), cause, append -> append.once(once)));
    }
}
