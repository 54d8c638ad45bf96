package org.aryz.deadline.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aryz.deadline.application.Cause;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.Told;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.kafka.ReceivedEvent;
import org.aryz.eventlog.kafka.ReceivedEventHandler;

/** What intake and referral tell. Facts are noted, whatever their order; of what moves no deadline only the receipt is kept. */
@ApplicationScoped
public class IncomingFacts implements ReceivedEventHandler {
    /** The service that keeps the complaint itself, and so who may see it. */
    private static final String OWNER = "/intake/";

    private final ComplaintDeadlines deadlines;

    public IncomingFacts(ComplaintDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public Uni<AppendResult> handle(ReceivedEvent event) {
        return FactReader.tells(event.type())
                ? deadlines.note(told(event))
                : deadlines.ignore(UUID.fromString(event.subject()), event.receipt());
    }

    @Override
    public boolean knows(String type) {
        return FactReader.knows(type);
    }

    private static Told told(ReceivedEvent event) {
        var correlation = UUID.fromString(event.data().required("correlationId").textValue());
        var occurred = PublicMoments.read(event.data().required("occurredAt"));
        return new Told(
                FactReader.read(event),
                event.receipt().source().startsWith(OWNER),
                Cause.event(correlation, event.id(), occurred),
                event.receipt());
    }
}
