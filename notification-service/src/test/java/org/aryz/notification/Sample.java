package org.aryz.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One alert that tests speak about. */
public final class Sample {
    public static final UUID ALERT = UUID.fromString("0195602a-7e10-7d20-9b40-4c5d6e7f8a01");
    public static final Instant RAISED = Instant.parse("2025-07-01T18:00:00Z");
    public static final Route AIDA = new Route("r-1", "e-mail");
    public static final Route BAKYT = new Route("r-2", "e-mail");

    private Sample() {}

    public static Notice notice() {
        return notice("KG-INV-60D", Severity.WARNING);
    }

    public static Notice notice(String rule, Severity severity) {
        return new Notice(
                complaint(),
                UUID.fromString("7c1e6a52-0b9d-5f3e-8a41-2d6f9c0b7e13"),
                rule,
                "-P14D",
                severity,
                false,
                LocalDate.parse("2025-07-15"),
                Instant.parse("2025-07-15T18:00:00Z"),
                LocalDate.parse("2025-07-15"),
                RAISED,
                UUID.fromString("01955f6b-0028-7a10-8c20-000000000028"));
    }

    public static Complaint complaint() {
        return new Complaint(
                UUID.fromString("01955f6a-2c40-7d1e-8b3f-5a9c0e7d4b21"),
                "KG-2025-7F3K9Q2M8X",
                "KG",
                "legal-aid",
                List.of("coalition"));
    }
}
