package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.aryz.deadline.DeadlineCommand.WaiveDeadline;
import org.aryz.deadline.DeadlineEvent.AlertWithdrawn;
import org.aryz.deadline.DeadlineEvent.DeadlineMet;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.WaiverRefused.Reason;
import org.aryz.deadline.law.SignOff;
import org.junit.jupiter.api.Test;

/** A named person may give up a term, where its rule allows it. */
class WaiverTest extends LivedCase {
    private static final String RECEIVED = "complaint.received 2026-03-12T15:00+06:00";

    @Test
    void whoGivesATermUpIsNamedAndItsAlertWithdrawn() {
        note("2026-03-12T09:01:00Z", RECEIVED);
        waive("2026-03-12T10:00:00Z", "EV-PHOTO-24H", "impossible");

        assertThat(said).hasSize(2).hasAtLeastOneElementOfType(AlertWithdrawn.class);
        assertThat(said.getFirst()).isInstanceOfSatisfying(DeadlineWaived.class, waived -> {
            assertThat(waived.by()).isEqualTo("person-1");
            assertThat(waived.reason()).isEqualTo("impossible");
        });
        assertThat(clock("EV-PHOTO-24H").status()).isEqualTo("waived");
    }

    @Test
    void whatWasGivenUpIsNotTakenUpByTimeOrByOtherFacts() {
        note("2026-03-12T09:01:00Z", RECEIVED);
        waive("2026-03-12T10:00:00Z", "EV-PHOTO-24H", "impossible");
        note("2026-03-13T10:00:00Z", "incident.dated 2026-03-11 allegation-kind=torture");
        note("2026-03-20T10:00:00Z", "complaint.triaged 2026-03-20");

        assertThat(clock("EV-PHOTO-24H").status()).isEqualTo("waived");
        assertThat(clock("EV-PHOTO-24H").breached()).isFalse();
    }

    @Test
    void thatItWasDoneAllTheSameIsSaid() {
        note("2026-03-12T09:01:00Z", RECEIVED);
        waive("2026-03-12T10:00:00Z", "EV-PHOTO-24H", "impossible");
        note("2026-03-12T11:00:00Z", "photographs.stored 2026-03-12T16:30+06:00");

        assertThat(said).hasAtLeastOneElementOfType(DeadlineMet.class);
    }

    @Test
    void aWaiverErasesNoBreach() {
        note("2026-03-12T09:01:00Z", RECEIVED);
        note("2026-03-14T10:00:00Z", "complaint.assigned 2026-03-14 assignee=person-2");
        assertThat(clock("CO-TRIAGE").breached()).isTrue();

        waive("2026-03-15T10:00:00Z", "CO-TRIAGE", "recorded-twice");

        assertThat(clock("CO-TRIAGE").breached()).isTrue();
        assertThat(clock("CO-TRIAGE").status()).isEqualTo("waived");
    }

    @Test
    void noTermIsGivenUpTwiceNorAfterItWasMet() {
        note("2026-03-12T09:01:00Z", RECEIVED, "complaint.triaged 2026-03-12T15:30+06:00");
        waive("2026-03-12T10:00:00Z", "EV-PHOTO-24H", "impossible");

        refused(Reason.NOT_RUNNING, "EV-PHOTO-24H", "impossible");
        refused(Reason.NOT_RUNNING, "CO-TRIAGE", "impossible");
    }

    @Test
    void onlyForAReasonThatTheRuleKnows() {
        note("2026-03-12T09:01:00Z", RECEIVED);

        refused(Reason.REASON_NOT_ALLOWED, "CO-TRIAGE", "too-much-work");
    }

    @Test
    void aLimitationIsNotForAnybodyToGiveUp() {
        note("2026-03-12T09:01:00Z", "incident.dated 2026-03-11 allegation-kind=torture");

        refused(Reason.LIMITATION_RUNS_ON, "KG-LIM-EG", "impossible");
        refused(Reason.LIMITATION_RUNS_ON, "KG-LIM-EG", "limitation-excluded");
    }

    @Test
    void unlessCounselHasConfirmedThatThereIsNone() {
        law = Told.SIGNED.signedOff(
                List.of(new SignOff("KG-LIM-NONE", 1, "counsel", LocalDate.of(2026, 1, 1), "text", true)));
        note("2026-03-12T09:01:00Z", "incident.dated 2016-03-15 allegation-kind=torture");
        waive("2026-03-12T10:00:00Z", "KG-LIM-EG", "limitation-excluded");
        note("2026-06-12T10:00:00Z", RECEIVED);

        assertThat(clock("KG-LIM-EG").status()).isEqualTo("waived");
        assertThat(state.complaintExpired()).isFalse();
    }

    private void refused(Reason reason, String rule, String why) {
        assertThatThrownBy(() -> waive("2026-03-12T10:30:00Z", rule, why))
                .isInstanceOfSatisfying(WaiverRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private void waive(String now, String rule, String reason) {
        decide(now, new WaiveDeadline(clock(rule).term().deadline(), reason, "person-1"));
    }
}
