package org.aryz.intake.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.ZoneId;
import org.aryz.eventlog.UuidV7;
import org.aryz.intake.Agency;
import org.aryz.intake.Allegation;
import org.aryz.intake.AllegationKind;
import org.aryz.intake.Moment;
import org.aryz.intake.PlaceType;
import org.aryz.intake.Purpose;
import org.aryz.intake.Region;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alleged act as it is handed in. */
@Schema(
        name = "NewAllegation",
        requiredProperties = {"kind", "place", "region", "agency", "earliest"})
public record AllegationBody(
        @Nullable AllegationKind kind,
        @Nullable Purpose purpose,
        @Nullable PlaceType place,
        @Schema(description = "ISO 3166-2", examples = "KG-GB") @Nullable String region,
        @Nullable Agency agency,
        @Schema(ref = "Moment") @Nullable Moment earliest,
        @Schema(ref = "Moment") @Nullable Moment latest) {

    void check(Checks checks, String at, ZoneId zone, Instant now) {
        checks.present(at + "/kind", kind);
        checks.present(at + "/place", place);
        checks.present(at + "/agency", agency);
        if (checks.present(at + "/region", region)) {
            checks.known(Region.isKnown(requireNonNull(region)), at + "/region", "A region by ISO 3166-2");
        }
        if (checks.present(at + "/earliest", earliest)) {
            checks.past(at + "/earliest", requireNonNull(earliest), zone, now);
        }
        if (latest != null) {
            checks.past(at + "/latest", latest, zone, now);
            checks.that(
                    earliest == null || !earliest.start(zone).isAfter(latest.end(zone)),
                    at + "/latest",
                    "before-earliest",
                    "It can't have ended before it began");
        }
    }

    /** The allegation; only after {@link #check} found nothing wrong. */
    Allegation toAllegation() {
        var begin = requireNonNull(earliest);
        return Allegation.between(
                UuidV7.next(),
                requireNonNull(kind),
                purpose,
                requireNonNull(place),
                requireNonNull(region),
                requireNonNull(agency),
                begin,
                requireNonNullElse(latest, begin));
    }
}
