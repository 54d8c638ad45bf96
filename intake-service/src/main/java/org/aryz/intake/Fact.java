package org.aryz.intake;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the person or was done for the evidence, and that terms of the law wait for. A record is all that one
 * of them costs: its components are asked for unless they are nullable, stored, and told to everybody; so they are codes, ids and
 * dates, never text. When it happened, and the sealed note, come beside it.
 */
public sealed interface Fact {

    /** By their stored and public names, which stand for ever. */
    Map<String, Class<? extends Fact>> KINDS = Map.ofEntries(
            entry("detention.recorded", DetentionRecorded.class),
            entry("detention.ended", DetentionEnded.class),
            entry("custody.ordered", CustodyOrdered.class),
            entry("family.notified", FamilyNotified.class),
            entry("allegation.raised-at-hearing", AllegationRaisedAtHearing.class),
            entry("medical-contact.recorded", MedicalContactRecorded.class),
            entry("doctor-report.sent", DoctorReportSent.class),
            entry("doctor-report.confirmed", DoctorReportConfirmed.class),
            entry("photographs.stored", PhotographsStored.class),
            entry("records.requested", RecordsRequested.class),
            entry("records.received", RecordsReceived.class),
            entry("video.preservation-requested", VideoPreservationRequested.class),
            entry("video.secured", VideoSecured.class),
            entry("video.lost", VideoLost.class),
            entry("evidence.added", EvidenceAdded.class),
            entry("incident.dated", IncidentDated.class));

    /** The person was actually detained, which may be hours before any paper says so. */
    record DetentionRecorded(PlaceType placeType, RegionCode region) implements Fact {}

    /** The detention came to an end, or went over into another hand. */
    record DetentionEnded(DetentionEnd how) implements Fact {}

    /** A judge ordered pre-trial custody. */
    record CustodyOrdered(LocalDate until) implements Fact {}

    /** The family was told of the detention. */
    record FamilyNotified() implements Fact {}

    /** The person told a court of the treatment. */
    record AllegationRaisedAtHearing(CourtCode court, CourtReaction reaction) implements Fact {}

    /** A doctor saw the person and had reason to suspect violence. */
    record MedicalContactRecorded(FacilityKind kind) implements Fact {}

    /** The doctor reported to the prosecutor. */
    record DoctorReportSent() implements Fact {}

    /** An investigator confirmed the doctor's report. */
    record DoctorReportConfirmed() implements Fact {}

    /** Photographs of the injuries are kept. */
    record PhotographsStored() implements Fact {}

    /** Copies of journals and medical cards were asked for. */
    record RecordsRequested() implements Fact {}

    /** Copies of journals and medical cards came. */
    record RecordsReceived() implements Fact {}

    /** A letter asked to preserve video. */
    record VideoPreservationRequested(@Nullable Integer retentionDays) implements Fact {}

    /** The video is in safe hands. */
    record VideoSecured() implements Fact {}

    /** The video is gone. */
    record VideoLost() implements Fact {}

    /** Another piece of evidence was added to the file. */
    record EvidenceAdded(@FilledIn @Nullable UUID evidence, EvidenceKind kind) implements Fact {}

    /** The time of an alleged act became known, or known better: the act was when this fact says it happened. */
    record IncidentDated(UUID allegation, @Nullable Boolean continued) implements Fact {}
}
