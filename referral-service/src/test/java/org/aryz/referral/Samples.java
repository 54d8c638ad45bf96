package org.aryz.referral;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Things to test with: one complaint of Bishkek, the authorities near and far, and moments of its story. */
public final class Samples {
    public static final ComplaintId COMPLAINT =
            new ComplaintId(UUID.fromString("01955f6a-2c40-7d1e-8b3f-5a9c0e7d4b21"));
    public static final UUID REFERRAL = UUID.fromString("0195602b-91d0-7f3a-a1c4-7e5d3b2a1901");
    public static final DecisionId DECISION = new DecisionId(UUID.fromString("01958a11-4b20-7c55-b2d8-9a1e4f6c0701"));
    public static final UUID SUSPECT = UUID.fromString("0195b3c4-6d70-7e88-8f10-1b2c3d4e5f01");
    public static final UUID NUMBER = UUID.fromString("0195602b-91d0-7f3a-a1c4-7e5d3b2a19ff");

    public static final Authority CENTRAL =
            authority("kg-prosecutor-general", Jurisdiction.KG, AuthorityKind.PROSECUTOR_GENERAL, Set.of());
    public static final Authority BISHKEK =
            authority("kg-prosecutor-bishkek", Jurisdiction.KG, AuthorityKind.LOCAL_PROSECUTOR, Set.of("KG-GB"));
    public static final Authority OSH =
            authority("kg-prosecutor-osh", Jurisdiction.KG, AuthorityKind.LOCAL_PROSECUTOR, Set.of("KG-GO", "KG-O"));
    public static final Authority ASTANA =
            authority("kz-prosecutor-general", Jurisdiction.KZ, AuthorityKind.PROSECUTOR_GENERAL, Set.of());

    public static final OffsetDateTime SENT_AT = OffsetDateTime.parse("2025-03-04T12:40:00Z");
    public static final LocalDate MADE = LocalDate.parse("2025-03-14");
    public static final LocalDate RECEIVED = LocalDate.parse("2025-03-19");

    private Samples() {}

    /** Accuses the criminal police of Bishkek; nobody said yet whether it may be referred. */
    public static KnownComplaint complaint() {
        return complaint(new Allegation("KG-GB", "criminal-police"));
    }

    public static KnownComplaint complaint(Allegation... allegations) {
        return new KnownComplaint(
                COMPLAINT,
                "KG-2025-7F3K9Q2M8X",
                Jurisdiction.KG,
                "legal-aid",
                Set.of("coalition"),
                false,
                new Consent.Absent(),
                List.of(allegations));
    }

    public static Authority authority(String code, Jurisdiction jurisdiction, AuthorityKind kind, Set<String> regions) {
        return new Authority(new AuthorityCode(code), jurisdiction, kind, regions, Map.of("en", code));
    }
}
