package org.aryz.intake.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.aryz.intake.ComplaintCommand;
import org.aryz.intake.ComplaintCommand.ReceiveComplaint;
import org.aryz.intake.ComplaintCommand.RecordConsent;
import org.jspecify.annotations.Nullable;

/**
 * What a command is answered with, kept beside its idempotency key and so without personal data.
 *
 * @param id of the complaint
 * @param reference case number, told when the complaint is received
 * @param version of the complaint now
 * @param receivedAt told when the complaint is received
 * @param consentVersion told when a consent is recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer(
        UUID id,
        @Nullable String reference,
        long version,
        @Nullable Instant receivedAt,
        @Nullable Integer consentVersion) {

    static Answer to(ComplaintCommand command, UUID id, long version, CaseFile after) {
        var complaint = after.complaint();
        return switch (command) {
            case ReceiveComplaint _ ->
                new Answer(id, complaint.dossier().reference(), version, after.receivedAt(), null);
            case RecordConsent _ -> new Answer(id, null, version, null, complaint.consentVersion());
            default -> new Answer(id, null, version, null, null);
        };
    }
}
