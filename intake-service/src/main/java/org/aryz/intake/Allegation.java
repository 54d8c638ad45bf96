package org.aryz.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One alleged act: what, where, by whom, and between which moments.
 *
 * @param purpose what it is said to have been done for, where that was told
 * @param region ISO 3166-2
 */
public record Allegation(
        UUID id,
        AllegationKind kind,
        @Nullable Purpose purpose,
        PlaceType placeType,
        String region,
        Agency agency,
        Moment earliest,
        Moment latest,
        Precision precision) {

    /** An act between two moments; as precise as the less precise of them. */
    public static Allegation between(
            UUID id,
            AllegationKind kind,
            @Nullable Purpose purpose,
            PlaceType placeType,
            String region,
            Agency agency,
            Moment earliest,
            Moment latest) {
        return new Allegation(
                id,
                kind,
                purpose,
                placeType,
                region,
                agency,
                earliest,
                latest,
                new When.Between(earliest, latest).precision());
    }

    /** The same act, whose time is now known to be this. */
    Allegation dated(When when) {
        return between(id, kind, purpose, placeType, region, agency, when.earliest(), when.latest());
    }

    LocalDate firstDay(ZoneId zone) {
        return earliest.start(zone).atZone(zone).toLocalDate();
    }
}
