package org.aryz.notification.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.kafka.ReceivedEvent;
import org.aryz.eventlog.kafka.ReceivedEventHandler;
import org.aryz.notification.application.Cause;
import org.aryz.notification.application.WhenAlertRaisedThenTellRecipients;
import org.aryz.notification.application.WhenAlertWithdrawnThenStandDown;
import org.aryz.notification.storage.NoticeForm;
import org.aryz.notification.watch.WatchTable;

/** What the deadline service says. Alerts and signs of life matter here; of everything else only the receipt is kept. */
@ApplicationScoped
public class DeadlineEvents implements ReceivedEventHandler {
    /** What tells nobody anything and is passed over on purpose. */
    private static final Set<String> PASSED_OVER = Set.of(
            "facts.noted",
            "deadline.opened",
            "deadline.recalculated",
            "deadline.suspended",
            "deadline.resumed",
            "deadline.met",
            "deadline.waived",
            "deadline.breached",
            "limitation.expired",
            "complaint.expired",
            "law.revised",
            "calendar.revised");

    private static final Set<String> TAKEN_IN =
            Set.of("alert.raised", "alert.withdrawn", "firing.watermark", "firing.canary");

    private final EventLog log;
    private final WhenAlertRaisedThenTellRecipients whenRaised;
    private final WhenAlertWithdrawnThenStandDown whenWithdrawn;

    public DeadlineEvents(
            EventLog log, WhenAlertRaisedThenTellRecipients whenRaised, WhenAlertWithdrawnThenStandDown whenWithdrawn) {
        this.log = log;
        this.whenRaised = whenRaised;
        this.whenWithdrawn = whenWithdrawn;
    }

    @Override
    public Uni<AppendResult> handle(ReceivedEvent event) {
        return switch (event.type()) {
            case "alert.raised" ->
                whenRaised.handle(alert(event.data()), NoticeForm.read(event.data()), event.id(), event.receipt());
            case "alert.withdrawn" ->
                whenWithdrawn.handle(
                        alert(event.data()),
                        event.data().required("reason").textValue(),
                        Cause.service(correlation(event.data()), event.id()),
                        event.receipt());
            case "firing.watermark" -> log.append(receipt(event).with(WatchTable.watermark(event.data())));
            case "firing.canary" -> log.append(receipt(event).with(WatchTable.canary(event.data())));
            default -> log.append(receipt(event));
        };
    }

    private static Append receipt(ReceivedEvent event) {
        return Append.receiptOnly(StreamId.of(event.id()), event.receipt());
    }

    @Override
    public boolean knows(String type) {
        return isKnown(type);
    }

    static boolean isKnown(String type) {
        return TAKEN_IN.contains(type) || PASSED_OVER.contains(type);
    }

    private static UUID alert(JsonNode data) {
        return UUID.fromString(data.required("alert").textValue());
    }

    private static UUID correlation(JsonNode data) {
        return UUID.fromString(data.required("correlationId").textValue());
    }
}
