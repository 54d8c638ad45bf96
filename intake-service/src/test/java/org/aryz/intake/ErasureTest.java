package org.aryz.intake;

import static org.aryz.intake.Person.COMPLAINANT;
import static org.aryz.intake.Person.VICTIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aryz.intake.Complaint.NotReceived;
import org.aryz.intake.Complaint.OnFile;
import org.aryz.intake.ComplaintCommand.CloseComplaint;
import org.aryz.intake.ComplaintCommand.ErasePersonalData;
import org.aryz.intake.ComplaintCommand.LiftLegalHold;
import org.aryz.intake.ComplaintCommand.RedactTexts;
import org.aryz.intake.ComplaintCommand.ReportThreat;
import org.aryz.intake.ComplaintCommand.SetLegalHold;
import org.aryz.intake.ComplaintEvent.PersonalDataErased;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Erasing a person of a complaint that speaks of a complainant and a victim, with a narrative. */
class ErasureTest {
    private static final UUID VICTIM_RECORD = Objects.requireNonNull(Complaints.UNITS.victim());
    private static final UUID COMPLAINANT_RECORD = Objects.requireNonNull(Complaints.UNITS.complainant());
    private static final UUID NARRATIVE = Objects.requireNonNull(Complaints.UNITS.narrative());
    private static final UUID REDACTED = UUID.randomUUID();
    private static final UUID NOTE = UUID.randomUUID();

    @Test
    void textsThatMaySpeakOfThePersonNeedARedactedVersionFirst() {
        assertRejected("redaction-required", erase(VICTIM), closed());
    }

    @Test
    void thePersonsRecordAndTheTextsThatWereReplacedGoAndTheRedactedOnesStay() {
        // given
        var complaint = after(closed(), redact(REDACTED, VICTIM));

        // when
        var erased = erased(erase(VICTIM), complaint);

        // then
        assertThat(erased.units()).containsExactly(VICTIM_RECORD, NARRATIVE);
        assertThat(erased.unitKinds()).containsExactly("person", "narrative");
        var left = after(complaint, erase(VICTIM)).held();
        assertThat(left.records()).containsOnlyKeys(COMPLAINANT);
        assertThat(left.texts()).extracting(Holdings.Text::unit).containsExactly(REDACTED);
        assertThat(left.narrative()).isEqualTo(REDACTED);
    }

    @Test
    void whereNothingOfTheTextsRemainsTheNarrativeIsTheErasedOne() {
        var left = after(after(closed(), redact(null, VICTIM)), erase(VICTIM)).held();

        assertThat(left.texts()).isEmpty();
        assertThat(left.narrative()).isEqualTo(NARRATIVE);
    }

    @Test
    void aNoteWrittenAfterTheRedactionNeedsAnotherOne() {
        var complaint = after(after(closed(), redact(REDACTED, VICTIM)), noteOf(NOTE));

        assertRejected("redaction-required", erase(VICTIM), complaint);
        assertThat(erased(erase(VICTIM), after(complaint, redact(null, VICTIM))).units())
                .containsExactly(VICTIM_RECORD, NARRATIVE, NOTE);
    }

    @Test
    void aRedactionForOnePersonLeavesTheOtherInTheText() {
        var complaint = after(closed(), redact(REDACTED, VICTIM));

        assertRejected("redaction-required", erase(COMPLAINANT), complaint);
    }

    @Test
    void oneHumanInTwoPartsIsErasedAtOnce() {
        var complaint = after(closed(), redact(REDACTED, VICTIM, COMPLAINANT));

        assertThat(erased(erase(VICTIM, COMPLAINANT), complaint).units())
                .containsExactly(COMPLAINANT_RECORD, VICTIM_RECORD, NARRATIVE);
    }

    @Test
    void theNoteOfAnErasureDoesNotStandInTheWayOfTheSamePersonAgain() {
        var complaint = after(after(closed(), redact(REDACTED, VICTIM)), erase(NOTE, VICTIM));

        assertRejected("nothing-held", erase(VICTIM), complaint);
    }

    @Test
    void aLegalHoldRefusesUntilItIsLifted() {
        var redacted = after(closed(), redact(REDACTED, VICTIM));
        var held = after(redacted, new SetLegalHold(HoldReason.COURT_PROCEEDINGS, null));

        assertRejected("legal-hold", erase(VICTIM), held);
        assertRejected("legal-hold", new SetLegalHold(HoldReason.COURT_PROCEEDINGS, null), held);
        var lifted = after(held, new LiftLegalHold(null));
        assertThat(erased(erase(VICTIM), lifted).units()).contains(VICTIM_RECORD);
        assertRejected("no-legal-hold", new LiftLegalHold(null), lifted);
    }

    @Test
    void whileDutiesAreOpenSomebodyMustSayWhyAndIsNamedInTheEvent() {
        var open = after(received(), redact(REDACTED, VICTIM));

        assertRejected("duties-open", erase(VICTIM), open);
        var erased = erased(
                new ErasePersonalData(
                        Set.of(VICTIM),
                        ErasureRequester.PERSON,
                        ErasureReason.OBJECTION,
                        OverrideReason.PERSON_AT_RISK,
                        "coordinator-1",
                        null),
                open);
        assertThat(erased.override()).isEqualTo(OverrideReason.PERSON_AT_RISK);
        assertThat(erased.overriddenBy()).isEqualTo("coordinator-1");
    }

    private static ErasePersonalData erase(Person... persons) {
        return erase(null, persons);
    }

    private static ErasePersonalData erase(@Nullable UUID note, Person... persons) {
        return new ErasePersonalData(
                Set.of(persons), ErasureRequester.PERSON, ErasureReason.CONSENT_WITHDRAWN, null, "someone", note);
    }

    private static RedactTexts redact(@Nullable UUID narrative, Person... persons) {
        return new RedactTexts(Set.of(persons), narrative, null);
    }

    private static ReportThreat noteOf(UUID note) {
        return new ReportThreat(ThreatSource.POLICE, Moment.parse("2026-11-22"), note);
    }

    private static OnFile received() {
        return (OnFile) Complaint.evolve(new NotReceived(), Complaints.received());
    }

    private static OnFile closed() {
        return after(received(), new CloseComplaint(ClosureReason.OTHER, null));
    }

    private static OnFile after(OnFile complaint, ComplaintCommand... commands) {
        var state = complaint;
        for (var command : commands) {
            for (var event : Complaint.decide(command, state)) {
                state = (OnFile) Complaint.evolve(state, event);
            }
        }
        return state;
    }

    private static PersonalDataErased erased(ErasePersonalData command, OnFile complaint) {
        var events = Complaint.decide(command, complaint);
        assertThat(events).hasSize(1);
        return (PersonalDataErased) List.copyOf(events).getFirst();
    }

    private static void assertRejected(String reason, ComplaintCommand command, OnFile complaint) {
        assertThatThrownBy(() -> Complaint.decide(command, complaint))
                .isInstanceOfSatisfying(RejectedCommand.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(reason));
    }
}
