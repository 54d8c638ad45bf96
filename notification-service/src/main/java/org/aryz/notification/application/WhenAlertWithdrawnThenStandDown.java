package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.Receipt;
import org.aryz.notification.AlertCommand.StandDown;
import org.aryz.servicekit.time.DatabaseClock;

/** An alert whose reason is gone bothers nobody any more. */
@ApplicationScoped
public class WhenAlertWithdrawnThenStandDown {
    private final Alerts alerts;
    private final DatabaseClock clock;

    public WhenAlertWithdrawnThenStandDown(Alerts alerts, DatabaseClock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    public Uni<AppendResult> handle(UUID alert, String reason, Cause cause, Receipt receipt) {
        return clock.now()
                .flatMap(at ->
                        alerts.execute(alert, new StandDown(reason, at), cause, append -> append.inAnswerTo(receipt)));
    }
}
