package org.aryz.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.Cut;
import org.aryz.intake.Agency;
import org.aryz.intake.Allegation;
import org.aryz.intake.AllegationKind;
import org.aryz.intake.Channel;
import org.aryz.intake.Complainant;
import org.aryz.intake.ConsentDecision;
import org.aryz.intake.ConsentUse;
import org.aryz.intake.Flags;
import org.aryz.intake.Moment;
import org.aryz.intake.PlaceType;
import org.aryz.intake.Precision;
import org.aryz.intake.Priority;
import org.aryz.intake.Purpose;
import org.aryz.intake.Representative;
import org.aryz.intake.Status;
import org.aryz.intake.Victim;
import org.aryz.intake.application.CaseFiles.Found;
import org.aryz.intake.application.CurrentConsent;
import org.aryz.intake.application.PersonalData;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One complaint as it stands. Each personal part is absent for those who may not see it, and erased where its key is gone.
 *
 * @param version of the last event that counts
 * @param occurredUpTo the time until which what happened counts, and
 * @param knownUpTo the time until which what was recorded counts; absent where all does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Complaint")
public record ComplaintAnswer(
        UUID id,
        String reference,
        long version,
        @Nullable Instant occurredUpTo,
        @Nullable Instant knownUpTo,
        Status status,
        String jurisdiction,
        String zone,
        String organisation,
        List<String> sharedWith,
        Channel channel,
        List<Act> allegations,
        Flags flags,
        @Nullable Priority priority,
        @Nullable String team,
        @Nullable String assignee,
        List<Agreed> consents,
        Instant receivedAt,
        @Schema(implementation = Complainant.class) @Nullable JsonNode complainant,
        @Schema(implementation = Victim.class) @Nullable JsonNode victim,
        @Schema(implementation = Representative.class) @Nullable JsonNode representative,
        @Schema(implementation = String.class) @Nullable JsonNode narrative) {

    /** An alleged act. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Allegation")
    public record Act(
            UUID id,
            AllegationKind kind,
            @Nullable Purpose purpose,
            PlaceType place,
            String region,
            Agency agency,
            @Schema(ref = "Moment") Moment earliest,
            @Schema(ref = "Moment") Moment latest,
            Precision precision) {
        private static Act of(Allegation allegation) {
            return new Act(
                    allegation.id(),
                    allegation.kind(),
                    allegation.purpose(),
                    allegation.placeType(),
                    allegation.region(),
                    allegation.agency(),
                    allegation.earliest(),
                    allegation.latest(),
                    allegation.precision());
        }
    }

    /** The decision about one use that holds now. */
    @Schema(name = "Consent")
    public record Agreed(
            ConsentUse use,
            ConsentDecision decision,
            List<String> authorities,
            List<String> organisations,
            int consentVersion) {
        private static Agreed of(CurrentConsent current) {
            var consent = current.consent();
            return new Agreed(
                    consent.use(),
                    consent.decision(),
                    consent.authorities(),
                    consent.organisations(),
                    current.version());
        }
    }

    static ComplaintAnswer of(Found found, PersonalData personal, Cut cut) {
        var file = found.file();
        var complaint = file.complaint();
        var dossier = complaint.dossier();
        var receipt = file.receipt();
        return new ComplaintAnswer(
                found.id(),
                dossier.reference(),
                found.version(),
                cut.occurredUpTo(),
                cut.knownUpTo(),
                complaint.status(),
                dossier.jurisdiction().name(),
                dossier.zone().getId(),
                dossier.organisation(),
                dossier.sharedWith(),
                receipt.channel(),
                receipt.allegations().stream().map(Act::of).toList(),
                receipt.flags(),
                file.priority(),
                file.team(),
                file.assignee(),
                file.consents().stream().map(Agreed::of).toList(),
                file.receivedAt(),
                personal.complainant(),
                personal.victim(),
                personal.representative(),
                personal.narrative());
    }
}
