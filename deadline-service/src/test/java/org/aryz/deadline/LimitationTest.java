package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.DeadlineOpened;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.junit.jupiter.api.Test;

/** What is said of limitation while suspects are named, charged, and charged with something else. */
class LimitationTest extends LivedCase {
    private static final String TORTURE = "incident.dated 2018-05-02 id=a1 allegation=a1 allegation-kind=torture";
    private static final String NAMED = "suspect.identified 2018-06-10 suspect=s1";
    private static final String CHARGED =
            "qualification.set 2018-06-12 suspect=s1 article=kg-cc-2017-143 class=especially-grave";
    private static final String MILDER =
            "qualification.changed 2019-02-01 suspect=s1 article=kg-cc-2017-320 class=less-grave";

    @Test
    void aNameGivesTheClockOfTheUnknownSuspectToWhoBearsIt() {
        note("2018-06-01T00:00:00Z", TORTURE);
        note("2018-06-11T00:00:00Z", NAMED);

        assertThat(opened()).containsExactlyInAnyOrder("KG-LIM-EG s1", "KG-LIM-G s1", "KG-LIM-LG s1", "KG-LIM-SG s1");
        assertThat(waived()).containsOnly("suspect-identified").hasSize(4);
    }

    @Test
    void aChargeOpensItsClockAndClosesThePresumedOne() {
        note("2018-06-01T00:00:00Z", TORTURE, NAMED);
        note("2018-06-13T00:00:00Z", CHARGED);

        assertThat(opened()).containsExactly("KG-LIM-EG s1:kg-cc-2017-143");
        assertThat(waived()).containsExactly("qualification-set");
    }

    @Test
    void aMilderChargeMayHaveRunOutAlreadyAndSaysSoAtOnce() {
        note("2018-06-01T00:00:00Z", TORTURE, NAMED, CHARGED);
        note("2023-06-01T00:00:00Z", MILDER);

        assertThat(opened()).containsExactly("KG-LIM-LG s1:kg-cc-2017-320");
        assertThat(said.stream()
                        .filter(AlertRaised.class::isInstance)
                        .map(AlertRaised.class::cast)
                        .filter(alert -> alert.term().subject().equals("s1:kg-cc-2017-320")))
                .extracting(alert -> alert.rung() + " " + alert.severity())
                .containsExactly("breach BREACH");
    }

    @Test
    void neitherNamesNorChargesInAnyOrderBringAnotherEnd() {
        note("2019-03-01T00:00:00Z", MILDER);
        note("2019-03-01T00:00:00Z", CHARGED);
        note("2019-03-01T00:00:00Z", TORTURE);
        note("2019-03-01T00:00:00Z", NAMED);

        assertThat(running())
                .containsExactlyInAnyOrder("KG-LIM-LG s1:kg-cc-2017-320 2023-05-02", "KG-LIM-SG s1 2021-05-02");
    }

    @Test
    void anExpiredComplaintWhoseSuspectIsNamedStaysExpired() {
        law = Told.SIGNED;
        note("2028-06-01T00:00:00Z", TORTURE);
        assertThat(state.complaintExpired()).isTrue();

        note("2028-06-02T00:00:00Z", NAMED);

        assertThat(said).hasAtLeastOneElementOfType(LimitationExpired.class);
        assertThat(state.complaintExpired()).isTrue();
    }

    @Test
    void aSuspectWhoIsStillWithinTimeKeepsTheComplaintAlive() {
        law = Told.SIGNED;
        note("2020-01-01T00:00:00Z", TORTURE, NAMED, NAMED.replace("s1", "s2"));
        note("2020-01-01T00:00:00Z", "suspect.reoffended 2019-11-11 suspect=s2");
        pass("2028-06-01T00:00:00Z");

        assertThat(said).hasAtLeastOneElementOfType(LimitationExpired.class);
        assertThat(said).doesNotHaveAnyElementsOfTypes(ComplaintExpired.class);
        pass("2029-12-01T00:00:00Z");
        assertThat(said).hasAtLeastOneElementOfType(ComplaintExpired.class);
    }

    @Test
    void aJudgmentOnOneAndTheEndOfTheOtherIsNoExpiredComplaint() {
        law = Told.SIGNED;
        note("2020-01-01T00:00:00Z", TORTURE, NAMED, NAMED.replace("s1", "s2"));
        note("2020-01-01T00:00:00Z", "judgment.in-force 2019-11-11 suspect=s2 outcome=convicted");
        pass("2028-06-01T00:00:00Z");

        assertThat(said).hasAtLeastOneElementOfType(LimitationExpired.class);
        assertThat(state.complaintExpired()).isFalse();
    }

    @Test
    void closingAnExpiredComplaintLeavesItExpired() {
        law = Told.SIGNED;
        note("2028-06-01T00:00:00Z", TORTURE);
        note("2028-06-02T00:00:00Z", "complaint.closed 2028-06-02");

        assertThat(state.complaintExpired()).isTrue();
    }

    @Test
    void whileASuspectMayStillBeAwayNothingExpires() {
        law = Told.SIGNED;
        note(
                "2026-01-01T00:00:00Z",
                TORTURE,
                NAMED,
                "suspect.absconded 2019-01-10 suspect=s1",
                "suspect.found 2019-02-10 suspect=s1",
                "suspect.absconded 2027-03-01..2027-09-01 id=away suspect=s1");
        pass("2031-06-01T00:00:00Z");

        assertThat(said).doesNotHaveAnyElementsOfTypes(LimitationExpired.class, ComplaintExpired.class);
        assertThat(state.complaintExpired()).isFalse();
    }

    @Test
    void theLongStopWarnsWhileTheSuspectIsAway() {
        note("2019-02-01T00:00:00Z", TORTURE, NAMED, "suspect.absconded 2019-01-10 suspect=s1");
        pass("2033-05-03T00:00:00Z");

        assertThat(said.stream()
                        .filter(DeadlineBreached.class::isInstance)
                        .map(event -> ((DeadlineBreached) event).term().rule()))
                .contains("KG-LIM-CAP")
                .doesNotContain("KG-LIM-EG");
    }

    @Test
    void theSupervisorHearsOnceThatACaseIsNotInCourtTwoYearsBeforeTheEnd() {
        note("2018-06-01T00:00:00Z", TORTURE);
        pass("2026-04-20T00:00:00Z");
        assertThat(rungs("KG-LIM-EG")).doesNotContain("not-in-court");
        pass("2026-05-10T00:00:00Z");
        assertThat(rungs("KG-LIM-EG")).containsExactly("not-in-court", "-P24M");
        pass("2026-12-01T00:00:00Z");
        assertThat(rungs("KG-LIM-EG")).containsExactly("-P18M");
    }

    @Test
    void aCaseInCourtGivesNoAlarm() {
        note("2018-06-01T00:00:00Z", TORTURE, "case.sent-to-court 2025-04-20");
        pass("2026-05-10T00:00:00Z");

        assertThat(rungs("KG-LIM-EG")).containsExactly("-P24M");
    }

    @Test
    void shadowsGiveNoAlarm() {
        note("2018-06-01T00:00:00Z", TORTURE);
        pass("2024-05-01T00:00:00Z");

        assertThat(rungs("KG-LIM-G")).containsExactly("-P12M");
    }

    private List<String> opened() {
        return said.stream()
                .filter(DeadlineOpened.class::isInstance)
                .map(event -> ((DeadlineOpened) event).term())
                .filter(Term::isLimitation)
                .map(term -> term.rule() + " " + term.subject())
                .toList();
    }

    private List<String> waived() {
        return said.stream()
                .filter(DeadlineWaived.class::isInstance)
                .map(event -> ((DeadlineWaived) event).reason())
                .toList();
    }

    private List<String> running() {
        return state.byDeadline().values().stream()
                .filter(Clock::runs)
                .map(Clock::term)
                .filter(Term::isLimitation)
                .map(term -> term.rule() + " " + term.subject() + " " + term.due())
                .toList();
    }

    private List<String> rungs(String rule) {
        return said.stream()
                .filter(AlertRaised.class::isInstance)
                .map(AlertRaised.class::cast)
                .filter(alert -> alert.term().rule().equals(rule))
                .map(AlertRaised::rung)
                .toList();
    }
}
