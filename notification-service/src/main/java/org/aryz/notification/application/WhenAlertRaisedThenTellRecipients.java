package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.Receipt;
import org.aryz.notification.AlertCommand.Raise;
import org.aryz.notification.Notice;
import org.aryz.notification.Route;
import org.aryz.servicekit.time.DatabaseClock;

/** An alert becomes known to everybody it concerns, at once. */
@ApplicationScoped
public class WhenAlertRaisedThenTellRecipients {
    private static final String CHANNEL = "e-mail";

    private final Alerts alerts;
    private final Recipients recipients;
    private final DatabaseClock clock;
    private final Courier courier;

    public WhenAlertRaisedThenTellRecipients(
            Alerts alerts, Recipients recipients, DatabaseClock clock, Courier courier) {
        this.alerts = alerts;
        this.recipients = recipients;
        this.clock = clock;
        this.courier = courier;
    }

    public Uni<AppendResult> handle(UUID alert, Notice notice, UUID event, Receipt receipt) {
        var routes = recipients.concernedBy(notice).stream()
                .map(recipient -> new Route(recipient.id(), CHANNEL))
                .toList();
        var cause = Cause.service(notice.correlation(), event);
        return clock.now()
                .flatMap(at -> alerts.execute(
                        alert, new Raise(notice, routes, at), cause, append -> append.inAnswerTo(receipt)))
                .invoke(courier::wake);
    }
}
