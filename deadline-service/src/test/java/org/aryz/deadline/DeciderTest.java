package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.aryz.deadline.law.Severity;
import org.junit.jupiter.api.Test;

class DeciderTest extends LivedCase {
    private static final String TORTURE = "incident.dated 2016-03-09 id=a1 allegation=a1 allegation-kind=torture";
    private static final String OPENED = "decision.made 2015-01-02 decision=d1 referral=r1 kind=opened";

    @Test
    void aFactOpensItsDeadlinesAndWhatIsDueAtOnceIsSaid() {
        note("2026-03-12T09:01:00Z", "complaint.received 2026-03-12T15:00+06:00");

        assertThat(of(FactsNoted.class, "")).hasSize(1);
        assertThat(rules(DeadlineOpened.class)).containsExactlyInAnyOrder("EV-MED-24H", "EV-PHOTO-24H", "CO-TRIAGE");
        assertThat(of(AlertRaised.class, "EV-MED-24H")).singleElement().satisfies(alert -> assertThat(alert.rung())
                .isEqualTo("start"));
    }

    @Test
    void aFactThatIsKnownChangesNothing() {
        note("2026-03-12T09:01:00Z", "complaint.received 2026-03-12T15:00+06:00");
        note("2026-03-12T09:02:00Z", "complaint.received 2026-03-12T15:00+06:00");

        assertThat(said).isEmpty();
    }

    @Test
    void eachRungIsSaidOnce() {
        note("2026-03-12T09:01:00Z", "complaint.received 2026-03-12T15:00+06:00");
        pass("2026-03-13T03:00:00Z");
        assertThat(rungs("CO-TRIAGE")).containsExactly("-PT6H");

        pass("2026-03-13T03:00:01Z");
        assertThat(said).isEmpty();

        pass("2026-03-13T08:30:00Z");
        assertThat(rungs("CO-TRIAGE")).containsExactly("-PT1H");
    }

    @Test
    void ofRungsMissedOnlyTheLastIsSaidAndTheOthersAreRecordedAsSkipped() {
        note("2026-03-12T09:01:00Z", "complaint.received 2026-03-12T15:00+06:00");
        pass("2026-03-13T10:00:00Z");

        assertThat(of(DeadlineBreached.class, "CO-TRIAGE")).hasSize(1);
        assertThat(of(AlertRaised.class, "CO-TRIAGE")).singleElement().satisfies(alert -> {
            assertThat(alert.rung()).isEqualTo("breach");
            assertThat(alert.skipped()).containsExactly("-PT6H", "-PT1H");
            assertThat(alert.at()).isEqualTo("2026-03-13T09:00:00Z");
            assertThat(alert.alert())
                    .isEqualTo(Ids.alert(alert.term().deadline(), alert.term().dueAt(), "breach"));
        });
    }

    @Test
    void aBreachGoesOnBeingSaidUntilSomebodyActs() {
        note("2026-03-01T00:00:00Z", "decision.made 2026-03-02 decision=d1 referral=r1 kind=transferred");
        pass("2026-03-14T00:00:00Z");
        assertThat(rungs("KG-DEC-COPY")).containsExactly("+P6D");

        note("2026-03-15T00:00:00Z", "decision.received 2026-03-14 decision=d1 referral=r1 kind=transferred");
        assertThat(of(DeadlineMet.class, "KG-DEC-COPY")).singleElement().satisfies(met -> assertThat(met.late())
                .isTrue());
        assertThat(of(AlertWithdrawn.class, "")).hasSize(1);

        pass("2026-06-01T00:00:00Z");
        assertThat(of(AlertRaised.class, "KG-DEC-COPY")).isEmpty();
    }

    @Test
    void aCorrectedDateRecalculatesTheSameDeadlineAndWithdrawsWhatWasSaid() {
        note("2026-01-10T00:00:00Z", TORTURE);
        var deadline = clock("KG-LIM-EG").term().deadline();
        assertThat(rungs("KG-LIM-EG")).containsExactly("not-in-court", "-P3M");

        note("2026-01-11T00:00:00Z", TORTURE.replace("2016", "2017") + " told=2");

        assertThat(of(DeadlineRecalculated.class, "KG-LIM-EG")).singleElement().satisfies(changed -> {
            assertThat(changed.term().deadline()).isEqualTo(deadline);
            assertThat(changed.oldDue()).isEqualTo("2026-03-09");
            assertThat(changed.term().due()).isEqualTo("2027-03-09");
            assertThat(changed.reason()).isEqualTo("incident-dated");
        });
        assertThat(of(AlertWithdrawn.class, ""))
                .anyMatch(withdrawn -> withdrawn.deadline().equals(deadline));
        assertThat(rungs("KG-LIM-EG")).containsExactly("not-in-court", "-P18M");
    }

    @Test
    void aRecalculationThatKeepsTheDateRaisesNothing() {
        note("2026-01-10T00:00:00Z", TORTURE);
        note("2026-01-11T00:00:00Z", TORTURE.replace("2016-03-09", "2016-03-09..2016-03-20") + " told=2");

        assertThat(of(DeadlineRecalculated.class, "KG-LIM-EG")).hasSize(1);
        assertThat(of(AlertRaised.class, "")).isEmpty();
        assertThat(of(AlertWithdrawn.class, "")).isEmpty();
    }

    @Test
    void suspensionStopsTheWarningsAndResumptionMovesTheDate() {
        note("2015-01-10T00:00:00Z", OPENED);
        note("2015-01-21T00:00:00Z", "decision.made 2015-01-20 decision=d2 referral=r1 kind=suspended");
        assertThat(rules(DeadlineSuspended.class)).containsExactly("KG-INV-60D", "KG-INV-60D");
        pass("2015-04-01T00:00:00Z");
        assertThat(of(DeadlineBreached.class, "KG-INV-60D")).isEmpty();

        note("2015-04-02T00:00:00Z", "decision.made 2015-04-01 decision=d3 referral=r1 kind=resumed");

        assertThat(of(DeadlineResumed.class, "KG-INV-60D")).hasSize(2).anySatisfy(resumed -> {
            assertThat(resumed.oldDue()).isEqualTo("2015-03-03");
            assertThat(resumed.term().due()).isEqualTo("2015-05-13");
        });
    }

    @Test
    void anExtensionGrantedAfterTheEndLeavesTheBreach() {
        note("2026-03-03T00:00:00Z", "referral.registered 2026-03-02 referral=r1");
        pass("2026-03-06T00:00:00Z");
        note("2026-03-07T00:00:00Z", "extension.granted 2026-03-07 referral=r1 term=KG-DEC-2021 until=2026-04-01");

        assertThat(of(DeadlineRecalculated.class, "KG-DEC-2021")).isEmpty();
        assertThat(clock("KG-DEC-2021").status()).isEqualTo("breached");
    }

    @Test
    void anExtensionGrantedInTimeButToldLateMovesTheTermAndSaysFromWhere() {
        note("2026-03-03T00:00:00Z", "referral.registered 2026-03-02 referral=r1");
        pass("2026-03-06T00:00:00Z");
        note("2026-03-07T00:00:00Z", "extension.granted 2026-03-04 referral=r1 term=KG-DEC-2021 until=2026-04-01");

        assertThat(of(DeadlineRecalculated.class, "KG-DEC-2021"))
                .singleElement()
                .satisfies(changed -> {
                    assertThat(changed.oldDue()).isEqualTo("2026-03-05");
                    assertThat(changed.reason()).isEqualTo("extension-granted");
                });
        assertThat(clock("KG-DEC-2021").status()).isEqualTo("open");
    }

    @Test
    void ofTwoReadingsTheEarlierWarnsAndTheLaterOnlySaysItsEnd() {
        note("2015-02-20T00:00:00Z", OPENED);

        assertThat(of(AlertRaised.class, "KG-INV-60D"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.term().reading()).isEqualTo("two-months"));
        pass("2015-03-04T00:00:00Z");
        assertThat(of(AlertRaised.class, "KG-INV-60D"))
                .extracting(alert -> alert.term().reading() + " " + alert.rung())
                .containsExactlyInAnyOrder("60-days breach", "two-months breach");
    }

    @Test
    void withoutASignOffALimitationThatRanOutWarnsAndNothingExpires() {
        note("2026-04-01T00:00:00Z", TORTURE);

        assertThat(rules(DeadlineBreached.class)).contains("KG-LIM-EG", "KG-LIM-G", "KG-LIM-LG", "KG-LIM-SG");
        assertThat(of(LimitationExpired.class, "")).isEmpty();
        assertThat(of(ComplaintExpired.class, "")).isEmpty();
        assertThat(clock("KG-LIM-EG").status()).isEqualTo("breached");
    }

    @Test
    void aSignedOffLimitationThatRanOutExpiresTheComplaintAtItsEndNotBefore() {
        law = Told.SIGNED;
        note("2026-03-01T00:00:00Z", TORTURE);
        pass("2026-03-09T17:59:59Z");
        assertThat(of(LimitationExpired.class, "")).isEmpty();

        pass("2026-03-09T18:00:00Z");
        assertThat(rules(LimitationExpired.class)).containsExactly("KG-LIM-EG");
        assertThat(of(ComplaintExpired.class, "")).hasSize(1);
        assertThat(state.complaintExpired()).isTrue();
        assertThat(clock("KG-LIM-EG").status()).isEqualTo("expired");

        pass("2026-03-10T18:00:00Z");
        assertThat(said).isEmpty();
    }

    @Test
    void anUncertainDateWarnsByItsFirstDayAndExpiresByItsLast() {
        law = Told.SIGNED;
        note("2026-03-01T00:00:00Z", TORTURE.replace("2016-03-09", "2016-03-09..2016-05-20"));
        pass("2026-03-10T00:00:00Z");
        assertThat(of(DeadlineBreached.class, "KG-LIM-EG")).hasSize(1);
        assertThat(of(LimitationExpired.class, "")).isEmpty();

        pass("2026-05-20T18:00:00Z");
        assertThat(of(LimitationExpired.class, "KG-LIM-EG")).hasSize(1);
        assertThat(rungs("KG-LIM-EG")).containsExactly("expiry");
    }

    @Test
    void aLaterActKeepsTheComplaintFromExpiring() {
        law = Told.SIGNED;
        note("2026-03-01T00:00:00Z", TORTURE);
        note("2026-03-01T00:00:00Z", TORTURE.replace("2016", "2018").replace("a1", "a2"));
        pass("2026-04-01T00:00:00Z");

        assertThat(of(DeadlineBreached.class, "KG-LIM-EG")).hasSize(1);
        assertThat(state.complaintExpired()).isFalse();
    }

    @Test
    void anExpiryIsTakenBackWhenTheDateWasWrong() {
        law = Told.SIGNED;
        note("2026-04-01T00:00:00Z", TORTURE);
        assertThat(state.complaintExpired()).isTrue();

        note("2026-04-02T00:00:00Z", TORTURE.replace("2016", "2017") + " told=2");

        assertThat(state.complaintExpired()).isFalse();
        assertThat(clock("KG-LIM-EG").status()).isEqualTo("open");
    }

    @Test
    void aJudgmentInForceEndsLimitationAndWithdrawsItsAlerts() {
        note("2026-01-10T00:00:00Z", TORTURE);
        note("2026-02-01T00:00:00Z", "judgment.in-force 2026-01-30 outcome=convicted");

        assertThat(of(DeadlineWaived.class, "KG-LIM-EG"))
                .singleElement()
                .satisfies(waived -> assertThat(waived.reason()).isEqualTo("judgment-in-force"));
        assertThat(of(AlertWithdrawn.class, "")).isNotEmpty();
        pass("2026-04-01T00:00:00Z");
        assertThat(of(DeadlineBreached.class, "KG-LIM-EG")).isEmpty();
    }

    @Test
    void shadowsSpeakSoftlyAndACaseInCourtIsLessUrgent() {
        note("2024-04-01T00:00:00Z", TORTURE);
        assertThat(severity("KG-LIM-G")).isEqualTo(Severity.INFO);
        assertThat(severity("KG-LIM-EG")).isEqualTo(Severity.URGENT);

        note("2024-05-01T00:00:00Z", "case.sent-to-court 2024-04-20 suspect=s1");
        pass("2024-10-01T00:00:00Z");
        assertThat(severity("KG-LIM-EG")).isEqualTo(Severity.WARNING);
    }

    @Test
    void alertsNameWhoIsInCharge() {
        note("2026-03-12T09:01:00Z", "complaint.received 2026-03-12T15:00+06:00");
        note("2026-03-12T10:00:00Z", "complaint.triaged 2026-03-12T15:30+06:00 team=bishkek told=1");
        note("2026-03-12T10:00:00Z", "complaint.assigned 2026-03-12T15:30+06:00 assignee=person-1 told=2");
        pass("2026-03-13T08:00:00Z");

        assertThat(of(AlertRaised.class, "EV-MED-24H")).singleElement().satisfies(alert -> {
            assertThat(alert.team()).isEqualTo("bishkek");
            assertThat(alert.assignee()).isEqualTo("person-1");
        });
    }

    @Test
    void aLadderTellsWhatIsStillToCome() {
        var deadline = Told.deadline(
                Jurisdiction.KG, "KG-DEC-COPY", "decision.made 2026-03-02 decision=d1 referral=r1 kind=transferred");

        assertThat(deadline.ladder().ahead(Instant.parse("2026-03-04T18:00:00Z"), 2))
                .extracting(Rung::code)
                .containsExactly("-PT4H", "breach", "+P3D", "+P6D");
        assertThat(deadline.ladder().ahead(Instant.parse("2026-03-10T00:00:00Z"), 2))
                .extracting(Rung::code)
                .containsExactly("+P6D", "+P9D");
    }

    private <E extends DeadlineEvent> List<E> of(Class<E> type, String rule) {
        return said.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> rule.isEmpty() || rule(event).equals(rule))
                .toList();
    }

    private List<String> rules(Class<? extends DeadlineEvent> type) {
        var rules = new ArrayList<String>();
        of(type, "").forEach(event -> rules.add(rule(event)));
        return rules;
    }

    private List<String> rungs(String rule) {
        return of(AlertRaised.class, rule).stream().map(AlertRaised::rung).toList();
    }

    private Severity severity(String rule) {
        return of(AlertRaised.class, rule).getFirst().severity();
    }

    private static String rule(DeadlineEvent event) {
        return switch (event) {
            case DeadlineOpened opened -> opened.term().rule();
            case DeadlineRecalculated changed -> changed.term().rule();
            case DeadlineSuspended suspended -> suspended.term().rule();
            case DeadlineResumed resumed -> resumed.term().rule();
            case DeadlineMet met -> met.term().rule();
            case DeadlineWaived waived -> waived.term().rule();
            case DeadlineBreached breached -> breached.term().rule();
            case LimitationExpired expired -> expired.term().rule();
            case AlertRaised raised -> raised.term().rule();
            case FactsNoted _, ComplaintExpired _, AlertWithdrawn _ -> "";
        };
    }
}
