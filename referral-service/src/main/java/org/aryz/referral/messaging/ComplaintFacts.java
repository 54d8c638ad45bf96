package org.aryz.referral.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.UUID;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.kafka.ReceivedEvent;
import org.aryz.eventlog.kafka.ReceivedEventHandler;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Consent;
import org.aryz.referral.application.ComplaintsHeardOf;

/** Takes in what happens to complaints: whose they are, what they accuse whom of, and what was consented to. */
@ApplicationScoped
public class ComplaintFacts implements ReceivedEventHandler {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** What changes nothing here and is passed over on purpose. */
    private static final Set<String> PASSED_OVER = Set.of(
            "complaint.triaged",
            "complaint.assigned",
            "complaint.amended",
            "legal-hold.set",
            "legal-hold.lifted",
            "personal-data.erased",
            "incident.dated",
            "evidence.added",
            "allegation.raised-at-hearing",
            "detention.recorded",
            "detention.ended",
            "custody.ordered",
            "family.notified",
            "medical-contact.recorded",
            "doctor-report.sent",
            "doctor-report.confirmed",
            "photographs.stored",
            "records.requested",
            "records.received",
            "video.preservation-requested",
            "video.secured",
            "video.lost",
            "medical-exam.requested",
            "medical-exam.recorded",
            "threat.reported",
            "withdrawal.requested",
            "withdrawal.confirmed",
            "withdrawal.found-coerced",
            "safety.interviewed");

    private static final Set<String> TAKEN_IN =
            Set.of("complaint.received", "consent.given", "consent.limited", "consent.withdrawn", "complaint.closed");

    private final ComplaintsHeardOf complaints;

    public ComplaintFacts(ComplaintsHeardOf complaints) {
        this.complaints = complaints;
    }

    @Override
    public Uni<AppendResult> handle(ReceivedEvent event) {
        var receipt = event.receipt();
        return switch (event.type()) {
            case "complaint.received" ->
                complaints.remember(read(event.data(), ComplaintReceived.class).complaint(), receipt);
            case "consent.given", "consent.limited", "consent.withdrawn" -> {
                var statement = read(event.data(), ConsentStated.class);
                yield complaints.change(
                        statement.complaint(), receipt, before -> statement.changes(before, consent(event, statement)));
            }
            case "complaint.closed" ->
                complaints.change(
                        read(event.data(), AboutComplaint.class).complaint(), receipt, before -> before.close());
            default -> complaints.ignore(new ComplaintId(UUID.fromString(event.subject())), receipt);
        };
    }

    @Override
    public boolean knows(String type) {
        return isKnown(type);
    }

    static boolean isKnown(String type) {
        return TAKEN_IN.contains(type) || PASSED_OVER.contains(type);
    }

    private static Consent consent(ReceivedEvent event, ConsentStated statement) {
        return switch (event.type()) {
            case "consent.given" -> Consent.given(statement.consentVersion(), statement.authorityCodes());
            case "consent.limited" -> Consent.limited(statement.consentVersion(), statement.authorityCodes());
            default -> new Consent.Absent();
        };
    }

    static <T> T read(JsonNode data, Class<T> type) {
        try {
            return JSON.treeToValue(data, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
