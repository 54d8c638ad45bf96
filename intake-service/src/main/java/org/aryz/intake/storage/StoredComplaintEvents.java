package org.aryz.intake.storage;

import static java.util.Map.entry;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.UuidV7;
import org.aryz.intake.ComplaintEvent;
import org.aryz.intake.ComplaintEvent.ComplaintAmended;
import org.aryz.intake.ComplaintEvent.ComplaintAssigned;
import org.aryz.intake.ComplaintEvent.ComplaintClosed;
import org.aryz.intake.ComplaintEvent.ComplaintReceived;
import org.aryz.intake.ComplaintEvent.ComplaintTriaged;
import org.aryz.intake.ComplaintEvent.ConsentGiven;
import org.aryz.intake.ComplaintEvent.ConsentLimited;
import org.aryz.intake.ComplaintEvent.ConsentWithdrawn;
import org.aryz.intake.ComplaintEvent.FactRecorded;
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
import org.aryz.intake.application.FactJson;
import org.aryz.intake.application.Happened;
import org.aryz.intake.application.IntakeJson;
import org.aryz.intake.application.StoredForm;

/** Writes events under names of the domain, so that a class may be renamed but a stored name stands for ever. */
@Singleton
public class StoredComplaintEvents implements StoredForm {
    private static final int SCHEMA_VERSION = 1;

    private static final Map<Class<? extends ComplaintEvent>, String> NAMES = Map.ofEntries(
            entry(ComplaintReceived.class, "complaint.received"),
            entry(ComplaintTriaged.class, "complaint.triaged"),
            entry(ComplaintAssigned.class, "complaint.assigned"),
            entry(ConsentGiven.class, "consent.given"),
            entry(ConsentLimited.class, "consent.limited"),
            entry(ConsentWithdrawn.class, "consent.withdrawn"),
            entry(MedicalExamRequested.class, "medical-exam.requested"),
            entry(MedicalExamRecorded.class, "medical-exam.recorded"),
            entry(ThreatReported.class, "threat.reported"),
            entry(WithdrawalRequested.class, "withdrawal.requested"),
            entry(SafetyInterviewed.class, "safety.interviewed"),
            entry(WithdrawalConfirmed.class, "withdrawal.confirmed"),
            entry(WithdrawalFoundCoerced.class, "withdrawal.found-coerced"),
            entry(ComplaintClosed.class, "complaint.closed"),
            entry(ComplaintAmended.class, "complaint.amended"),
            entry(LegalHoldSet.class, "legal-hold.set"),
            entry(LegalHoldLifted.class, "legal-hold.lifted"),
            entry(PersonalDataErased.class, "personal-data.erased"));

    private static final Map<String, Class<? extends ComplaintEvent>> CLASSES =
            NAMES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    @Override
    public NewEvent encode(Happened happened) {
        var event = happened.event();
        return new NewEvent(UuidV7.next(), name(event), SCHEMA_VERSION, data(event), happened.sealed(), happened.at());
    }

    private static String name(ComplaintEvent event) {
        return event instanceof FactRecorded recorded
                ? FactJson.FORM.kindOf(recorded.fact())
                : Objects.requireNonNull(NAMES.get(event.getClass()));
    }

    private static String data(ComplaintEvent event) {
        return event instanceof FactRecorded recorded ? FactJson.write(recorded) : IntakeJson.write(event);
    }

    @Override
    public Happened decode(RecordedEvent recorded) {
        return new Happened(event(recorded), recorded.occurredAt(), recorded.sealed());
    }

    private static ComplaintEvent event(RecordedEvent recorded) {
        var type = recorded.type();
        if (FactJson.FORM.knows(type)) {
            return FactJson.read(type, recorded.data());
        }
        var known = CLASSES.get(type);
        if (known == null) {
            throw new IllegalStateException("The log holds an event of the unknown type " + type);
        }
        return IntakeJson.read(recorded.data(), known);
    }
}
