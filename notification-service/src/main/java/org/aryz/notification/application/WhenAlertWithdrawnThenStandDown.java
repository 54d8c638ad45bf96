package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.Receipt;
import org.aryz.notification.AlertCommand.StandDown;

/** An alert whose reason is gone bothers nobody any more. */
@ApplicationScoped
public class WhenAlertWithdrawnThenStandDown {
    private final Alerts alerts;
    private final DatabaseTime time;

    public WhenAlertWithdrawnThenStandDown(Alerts alerts, DatabaseTime time) {
        this.alerts = alerts;
        this.time = time;
    }

    public Uni<AppendResult> handle(UUID alert, String reason, Cause cause, Receipt receipt) {
        return time.now()
                .flatMap(at ->
                        alerts.execute(alert, new StandDown(reason, at), cause, append -> append.inAnswerTo(receipt)));
    }
}
