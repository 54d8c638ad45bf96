package org.aryz.deadline;

import static org.aryz.deadline.Told.CALENDARS;
import static org.aryz.deadline.Told.LAW;
import static org.aryz.deadline.Told.SIGNED;
import static org.aryz.deadline.Told.instant;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.aryz.deadline.Agenda.Planned;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.Law;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final String RECEIVED = "complaint.received 2026-03-12T15:00+06:00";

    @Test
    void aRunningDeadlineHasItsRungsAhead() {
        var agenda = agenda(LAW, "2026-03-12T09:01:00Z", "CO-TRIAGE", RECEIVED);

        assertThat(rungs(agenda)).containsExactly("-PT6H", "-PT1H", "breach", "+PT24H");
        assertThat(agenda.planned()).noneMatch(Planned::decides);
        assertThat(agenda.planned().getFirst().alert().at()).isEqualTo("2026-03-13T03:00:00Z");
    }

    @Test
    void aDeadlineThatIsMetHasNothingAhead() {
        var agenda =
                agenda(LAW, "2026-03-12T09:01:00Z", "CO-TRIAGE", RECEIVED, "complaint.triaged 2026-03-12T15:10+06:00");

        assertThat(agenda.planned()).isEmpty();
    }

    @Test
    void ofWarningsThatRepeatForEverTheLastPlannedOneDecides() {
        var agenda = agenda(LAW, "2026-03-12T09:01:00Z", "CO-REFER", RECEIVED, "consent.given 2026-03-12 use=refer");

        assertThat(rungs(agenda)).contains("breach", "+P3D").endsWith("+P27D", "+P30D");
        assertThat(agenda.planned().getLast().decides()).isTrue();
        assertThat(agenda.planned().subList(0, agenda.planned().size() - 1)).noneMatch(Planned::decides);
    }

    @Test
    void theEndOfALimitationIsDecidedWhereItsRuleMayExpireIt() {
        var act = "incident.dated 2016-12-20 id=a1 allegation=a1 allegation-kind=torture";

        assertThat(agenda(SIGNED, "2026-11-22T00:00:00Z", "KG-LIM-EG", act).planned())
                .filteredOn(Planned::decides)
                .extracting(planned -> planned.alert().rung())
                .containsExactly("breach");
        assertThat(agenda(LAW, "2026-11-22T00:00:00Z", "KG-LIM-EG", act).planned())
                .noneMatch(Planned::decides);
    }

    @Test
    void whereTheActIsARangeOnlyItsLatestDayExpires() {
        var act = "incident.dated 2016-12-20..2016-12-24 id=a1 allegation=a1 allegation-kind=torture";

        assertThat(agenda(SIGNED, "2026-11-22T00:00:00Z", "KG-LIM-EG", act).planned())
                .filteredOn(Planned::decides)
                .extracting(planned -> planned.alert().rung())
                .containsExactly("expiry");
    }

    private static Agenda agenda(Law law, String now, String rule, String... facts) {
        var circumstances = new Circumstances(law, CALENDARS, instant(now));
        var state = Clocks.NONE;
        var note = new DeadlineCommand.NoteFacts(
                Told.complaint(Jurisdiction.KG), "complaint.received", UUID.randomUUID(), Told.facts(facts));
        for (var event : Decider.decide(note, state, circumstances)) {
            state = Clocks.evolve(state, event);
        }
        return Agenda.of(state, circumstances).stream()
                .filter(agenda -> agenda.term().rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rungs(Agenda agenda) {
        return agenda.planned().stream().map(planned -> planned.alert().rung()).toList();
    }
}
