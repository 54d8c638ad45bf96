package org.aryz.intake;

import java.util.List;
import java.util.UUID;
import org.aryz.intake.ComplaintCommand.ReceiveComplaint;
import org.aryz.intake.ComplaintEvent.ComplaintReceived;
import org.jspecify.annotations.Nullable;

/** Complaints that the tests tell of; the same as in the approved samples of the public events. */
public final class Complaints {
    public static final Dossier DOSSIER = Dossier.opened(
            "KG-2025-7F3K9Q2M8X", Jurisdiction.KG, Jurisdiction.KG.zone(), "legal-aid", List.of("coalition"));

    public static final PersonalUnits UNITS = new PersonalUnits(
            UUID.fromString("01955f6a-2c41-7a00-9c11-2f4d6b8a0d01"),
            UUID.fromString("01955f6a-2c41-7a00-9c11-2f4d6b8a0d02"),
            null,
            UUID.fromString("01955f6a-2c41-7a00-9c11-2f4d6b8a0d03"));

    private static final Flags FLAGS = Flags.told(false, true, false);

    private static final List<Allegation> ALLEGATIONS = List.of(
            act(
                    "01955f6a-2c41-7a00-9c11-2f4d6b8a0c01",
                    AllegationKind.TORTURE,
                    Purpose.CONFESSION,
                    PlaceType.POLICE_STATION,
                    "2025-03-03T21:00:00+06:00",
                    "2025-03-04T02:00:00+06:00"),
            act(
                    "01955f6a-2c41-7a00-9c11-2f4d6b8a0c02",
                    AllegationKind.DENIAL_OF_MEDICAL_CARE,
                    null,
                    PlaceType.TEMPORARY_DETENTION,
                    "2025-03-04",
                    "2025-03-04"));

    private Complaints() {}

    public static ReceiveComplaint receipt() {
        return new ReceiveComplaint(
                DOSSIER,
                Channel.PARTNER_SYSTEM,
                ALLEGATIONS,
                FLAGS,
                UNITS,
                List.of(
                        new Consent(ConsentUse.REFER, ConsentDecision.GIVEN, List.of("kg-npm"), List.of()),
                        new Consent(ConsentUse.STATISTICS, ConsentDecision.GIVEN, List.of(), List.of())));
    }

    public static ComplaintReceived received() {
        return new ComplaintReceived(
                DOSSIER.reference(),
                DOSSIER.jurisdiction(),
                DOSSIER.organisation(),
                DOSSIER.sharedWith(),
                Channel.PARTNER_SYSTEM,
                ALLEGATIONS,
                FLAGS,
                DOSSIER.zone(),
                UNITS);
    }

    private static Allegation act(
            String id,
            AllegationKind kind,
            @Nullable Purpose purpose,
            PlaceType place,
            String earliest,
            String latest) {
        return Allegation.between(
                UUID.fromString(id),
                kind,
                purpose,
                place,
                "KG-GB",
                Agency.CRIMINAL_POLICE,
                Moment.parse(earliest),
                Moment.parse(latest));
    }
}
