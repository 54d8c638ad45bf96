package org.aryz.referral.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.kafka.PublicEvent;
import org.aryz.referral.ReferralEvent;
import org.aryz.referral.application.StoredForm;
import org.aryz.referral.proceedings.ProceedingsEvent;

/** Turns each stored event of this service into the one public event of {@code aryz.referrals} that others read. */
@ApplicationScoped
public class PublicFacts implements PublicEvent.Mapping {
    private static final ObjectReader JSON = new ObjectMapper().readerFor(ObjectNode.class);
    private static final List<String> ENVELOPE = List.of(
            "complaintId",
            "reference",
            "jurisdiction",
            "organisation",
            "sharedWith",
            "actor",
            "correlationId",
            "causationId");

    private final StoredForm<ReferralEvent> referrals;
    private final StoredForm<ProceedingsEvent> proceedings;

    public PublicFacts(StoredForm<ReferralEvent> referrals, StoredForm<ProceedingsEvent> proceedings) {
        this.referrals = referrals;
        this.proceedings = proceedings;
    }

    @Override
    public Optional<PublicEvent> publish(RecordedEvent event) {
        var data = envelope(event);
        data.setAll(fields(event));
        data.removeNulls();
        return Optional.of(new PublicEvent(
                data.required("complaintId").textValue(),
                event.type(),
                "urn:aryz:schema:%s:1".formatted(event.type()),
                data.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private ObjectNode fields(RecordedEvent event) {
        return proceedings.holds(event)
                ? PublicFields.of(proceedings.decode(event))
                : PublicFields.of(event.stream().value(), referrals.decode(event));
    }

    private static ObjectNode envelope(RecordedEvent event) {
        try {
            ObjectNode metadata = JSON.readValue(event.metadata());
            return metadata.retain(ENVELOPE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
