package org.aryz.intake.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.aryz.intake.ClosureReason;
import org.aryz.intake.ComplaintEvent;
import org.aryz.intake.ComplaintEvent.ComplaintAmended;
import org.aryz.intake.ComplaintEvent.ComplaintAssigned;
import org.aryz.intake.ComplaintEvent.ComplaintClosed;
import org.aryz.intake.ComplaintEvent.ComplaintTriaged;
import org.aryz.intake.ComplaintEvent.ConsentGiven;
import org.aryz.intake.ComplaintEvent.ConsentLimited;
import org.aryz.intake.ComplaintEvent.ConsentWithdrawn;
import org.aryz.intake.ComplaintEvent.LegalHoldLifted;
import org.aryz.intake.ComplaintEvent.LegalHoldSet;
import org.aryz.intake.ComplaintEvent.MedicalExamRecorded;
import org.aryz.intake.ComplaintEvent.MedicalExamRequested;
import org.aryz.intake.ComplaintEvent.PersonalDataErased;
import org.aryz.intake.ComplaintEvent.SafetyInterviewed;
import org.aryz.intake.ComplaintEvent.ThreatReported;
import org.aryz.intake.ComplaintEvent.WithdrawalConfirmed;
import org.aryz.intake.ComplaintEvent.WithdrawalFoundCoerced;
import org.aryz.intake.ComplaintEvent.WithdrawalRequested;
import org.aryz.intake.Complaints;
import org.aryz.intake.ConsentUse;
import org.aryz.intake.ErasureReason;
import org.aryz.intake.ErasureRequester;
import org.aryz.intake.ExamKind;
import org.aryz.intake.Fact;
import org.aryz.intake.HoldReason;
import org.aryz.intake.Moment;
import org.aryz.intake.OverrideReason;
import org.aryz.intake.Person;
import org.aryz.intake.Priority;
import org.aryz.intake.SafetyFinding;
import org.aryz.intake.ThreatSource;
import org.aryz.intake.application.FactJson;

/** One event of each type, telling the same as the approved samples of the public events. */
public final class SampleEvents {
    private static final UUID NOTE = UUID.fromString("01955f6a-2c41-7a00-9c11-2f4d6b8a0e01");
    private static final UUID REDACTED = unit("0d04");
    private static final String RECORDED_BY = "5d0c1f0e-8f5b-4f0e-9d8a-6a1b2c3d4e01";

    private static final Map<String, ComplaintEvent> STEPS = Map.ofEntries(
            Map.entry("complaint.received", Complaints.received()),
            Map.entry("complaint.triaged", new ComplaintTriaged(Priority.URGENT, "bishkek")),
            Map.entry(
                    "complaint.assigned",
                    new ComplaintAssigned(
                            "5d0c1f0e-8f5b-4f0e-9d8a-6a1b2c3d4e02", "5d0c1f0e-8f5b-4f0e-9d8a-6a1b2c3d4e03", "bishkek")),
            Map.entry(
                    "consent.given",
                    new ConsentGiven(ConsentUse.REFER, List.of("kg-prosecutor-general", "kg-npm"), List.of(), 1)),
            Map.entry(
                    "consent.limited",
                    new ConsentLimited(ConsentUse.REFER, List.of("kg-prosecutor-general"), List.of(), 2)),
            Map.entry("consent.withdrawn", new ConsentWithdrawn(ConsentUse.STATISTICS, 3)),
            Map.entry(
                    "medical-exam.requested",
                    new MedicalExamRequested(ExamKind.FORENSIC, at("2025-03-04T10:30:00Z"), null, null)),
            Map.entry(
                    "medical-exam.recorded",
                    new MedicalExamRecorded(ExamKind.FORENSIC, at("2025-03-04T15:45:00Z"), at("2025-03-05"), NOTE)),
            Map.entry("threat.reported", new ThreatReported(ThreatSource.POLICE, at("2025-03-09T06:30:00Z"), NOTE)),
            Map.entry(
                    "withdrawal.requested",
                    new WithdrawalRequested(RECORDED_BY, true, at("2025-03-10T07:00:00Z"), NOTE)),
            Map.entry(
                    "safety.interviewed",
                    new SafetyInterviewed(SafetyFinding.COERCED, at("2025-03-11T09:30:00Z"), NOTE)),
            Map.entry("withdrawal.confirmed", new WithdrawalConfirmed()),
            Map.entry("withdrawal.found-coerced", new WithdrawalFoundCoerced()),
            Map.entry("complaint.closed", new ComplaintClosed(ClosureReason.JUDGMENT, NOTE)),
            Map.entry(
                    "complaint.amended",
                    new ComplaintAmended(
                            List.of("narrative", "notes"), List.of(Person.COMPLAINANT, Person.VICTIM), REDACTED, NOTE)),
            Map.entry("legal-hold.set", new LegalHoldSet(HoldReason.COURT_PROCEEDINGS, NOTE)),
            Map.entry("legal-hold.lifted", new LegalHoldLifted(null)),
            Map.entry(
                    "personal-data.erased",
                    new PersonalDataErased(
                            List.of(Person.COMPLAINANT, Person.VICTIM),
                            ErasureRequester.PERSON,
                            ErasureReason.CONSENT_WITHDRAWN,
                            List.of("person", "narrative", "note"),
                            List.of(unit("0d02"), unit("0d03"), NOTE),
                            OverrideReason.PERSON_INSISTS,
                            "5d0c1f0e-8f5b-4f0e-9d8a-6a1b2c3d4e04",
                            null)));

    public static final Map<String, ComplaintEvent> BY_TYPE = withFacts();

    private SampleEvents() {}

    /** A fact is its record: read from what was approved, it must be written the same again. */
    private static Map<String, ComplaintEvent> withFacts() {
        var samples = new TreeMap<>(STEPS);
        Fact.KINDS.keySet().forEach(kind -> samples.put(kind, FactJson.read(kind, approved(kind))));
        return samples;
    }

    static String approved(String type) {
        var name = "/stored/" + type + ".v1.json";
        try (var file = SampleEvents.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID unit(String end) {
        return UUID.fromString("01955f6a-2c41-7a00-9c11-2f4d6b8a" + end);
    }

    private static Moment at(String text) {
        return Moment.parse(text);
    }
}
