package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.AlertWithdrawn;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.DeadlineMet;
import org.aryz.deadline.DeadlineEvent.DeadlineOpened;
import org.aryz.deadline.DeadlineEvent.DeadlineRecalculated;
import org.aryz.deadline.DeadlineEvent.DeadlineResumed;
import org.aryz.deadline.DeadlineEvent.DeadlineSuspended;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.Confidence;
import org.aryz.deadline.law.Kind;
import org.aryz.deadline.law.Matter;
import org.aryz.deadline.law.Severity;
import org.jspecify.annotations.Nullable;

/** One of each event, of the very cases that the approved samples of the public events tell. */
public final class EventSamples {
    private static final String DECISION = "01955f6b-0016-7a10-8c20-000000000016";

    private EventSamples() {}

    public static Stream<DeadlineEvent> all() {
        var bounded = limitation("KG-LIM-G", 1, true, "2032-03-02", null);
        return Stream.of(
                noted(),
                new DeadlineOpened(investigation("2025-05-13")),
                new DeadlineRecalculated(
                        investigation("2025-07-15"), day("2025-05-13"), end("2025-05-13"), "extension-granted"),
                new DeadlineSuspended(bounded, "suspect-absconded"),
                new DeadlineResumed(
                        limitation("KG-LIM-G", 1, true, "2032-05-17", null),
                        day("2032-03-02"),
                        end("2032-03-02"),
                        "suspect-found"),
                new DeadlineMet(investigation("2025-07-15"), "01955f6b-001e-7a10-8c20-00000000001e", false),
                new DeadlineWaived(bounded, "judgment-in-force", null),
                new DeadlineBreached(investigation("2025-07-15")),
                new LimitationExpired(limitation("KG-LIM-EG", 2, false, "2025-10-13", end("2025-10-13"))),
                new ComplaintExpired(end("2025-10-13")),
                raised(),
                new AlertWithdrawn(raised().alert(), investigation("2025-07-15").deadline(), "deadline-met"));
    }

    private static FactsNoted noted() {
        var fact = new Fact(
                DECISION,
                "decision.made",
                Occurred.on(day("2025-03-14")),
                Occurred.on(day("2025-03-19")),
                Instant.parse("2025-03-19T05:00:00Z"),
                Map.of(
                        "decision", List.of("01958a11-4b20-7c55-b2d8-9a1e4f6c0701"),
                        "kind", List.of("opened"),
                        "referral", List.of("0195602b-91d0-7f3a-a1c4-7e5d3b2a1901")));
        var complaint = new Complaint(
                UUID.fromString("01955f6a-2c40-7d1e-8b3f-5a9c0e7d4b21"),
                "KG-2025-7F3K9Q2M8X",
                Jurisdiction.KG,
                "legal-aid",
                new TreeSet<>(List.of("coalition")));
        return new FactsNoted(complaint, "decision.made", UUID.fromString(DECISION), List.of(fact));
    }

    private static AlertRaised raised() {
        return new AlertRaised(
                UUID.fromString("0195602a-7e10-7d20-9b40-4c5d6e7f8a01"),
                investigation("2025-07-15"),
                "-P14D",
                Instant.parse("2025-07-01T18:00:00Z"),
                Severity.WARNING,
                "assignee",
                "bishkek",
                "5d0c1f0e-8f5b-4f0e-9d8a-6a1b2c3d4e02",
                List.of());
    }

    private static Term investigation(String due) {
        return new Term(
                UUID.fromString("7c1e6a52-0b9d-5f3e-8a41-2d6f9c0b7e13"),
                "KG-INV-60D",
                1,
                "plain",
                "0195602b-91d0-7f3a-a1c4-7e5d3b2a1901",
                Kind.WATCH,
                Matter.PROCEDURE,
                false,
                ZoneId.of("Asia/Bishkek"),
                day(due),
                end(due),
                day(due),
                day(due),
                null,
                Confidence.C,
                List.of(),
                "complain-of-delay",
                "2025b");
    }

    private static Term limitation(String rule, int version, boolean bounded, String due, @Nullable Instant expires) {
        return new Term(
                UUID.fromString(
                        bounded ? "b04f2d8e-51c7-5a96-9e3d-7f1a0c6b4d28" : "e2a9d417-3c6b-5d80-8f2e-9b0c1d7a6e45"),
                rule,
                version,
                "plain",
                bounded ? "0195b3c4-6d70-7e88-8f10-1b2c3d4e5f01:kg-cc-2021-137-2" : "unknown-suspect",
                Kind.DUTY,
                Matter.LIMITATION,
                false,
                ZoneId.of("Asia/Bishkek"),
                day(due),
                end(due),
                day(due).minusDays(1),
                day(due),
                expires,
                bounded ? Confidence.C : Confidence.B,
                bounded ? List.of("unverified-rule") : List.of(),
                "barred-if-requalified",
                "2025b");
    }

    /** As the samples have it: the end of the day in Bishkek. */
    private static Instant end(String day) {
        return Instant.parse(day + "T18:00:00Z");
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
