package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.aryz.deadline.calendar.Calendar;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Scope;

/** What holds for every case, not only for the worked ones. */
class InvariantsTest {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Property(tries = 60)
    void theOrderInWhichFactsBecomeKnownNeverMatters(@ForAll @IntRange(max = 4300) int day, @ForAll long seed) {
        var facts = story(FIRST.plusDays(day));
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(settled(shuffled)).isEqualTo(settled(facts));
    }

    @Property(tries = 60)
    void tellingEverythingTwiceSaysNothingNew(@ForAll @IntRange(max = 4300) int day) {
        var facts = story(FIRST.plusDays(day));
        var state = told(Clocks.NONE, facts);

        for (var fact : facts) {
            assertThat(Decider.decide(note(fact), state, circumstances())).isEmpty();
        }
        assertThat(Decider.decide(new DeadlineCommand.Recalculate("time"), state, circumstances()))
                .isEmpty();
    }

    @Property(tries = 60)
    void aSuspensionOfNoLengthChangesNothing(
            @ForAll @IntRange(max = 1000) int day, @ForAll @IntRange(max = 80) int later) {
        var opened = FIRST.plusDays(day);
        var paused = opened.plusDays(later);
        var without = Told.facts("decision.made " + opened + " referral=r1 kind=opened");
        var with = Told.facts(
                "decision.made " + opened + " referral=r1 kind=opened",
                "decision.made " + paused + " referral=r1 kind=suspended",
                "decision.made " + paused + " referral=r1 kind=resumed");

        assertThat(investigation(with)).isEqualTo(investigation(without));
    }

    @Property(tries = 60)
    void theActByDayIsNeverAfterTheTermAndWarningsComeInOrderBeforeIt(@ForAll @IntRange(max = 4300) int day) {
        for (var deadline : computed(story(FIRST.plusDays(day))).all()) {
            var term = deadline.term();
            assertThat(term.actBy()).isBeforeOrEqualTo(term.due());
            assertThat(term.lastSafeDay()).isBeforeOrEqualTo(term.due());
            assertThat(deadline.ladder().rungs())
                    .extracting(Rung::at)
                    .isSorted()
                    .filteredOn(at -> !at.isBefore(term.dueAt()))
                    .hasSameSizeAs(deadline.ladder().rungs().stream()
                            .filter(rung ->
                                    rung.code().startsWith("+") || rung.code().equals(Rung.BREACH))
                            .toList());
        }
    }

    @Property(tries = 200)
    void rollingForwardIsNeverEarlierAndRollingBackNeverLater(
            @ForAll Jurisdiction country, @ForAll @IntRange(max = 7000) int day) {
        Calendar calendar = Told.CALENDARS.of(country, Scope.STATE_BODIES);
        var date = FIRST.plusDays(day);

        assertThat(calendar.onOrAfter(date).date()).isAfterOrEqualTo(date);
        assertThat(calendar.onOrBefore(date).date()).isBeforeOrEqualTo(date);
    }

    private static List<Fact> story(LocalDate act) {
        return Told.facts(
                "incident.dated " + act + ".." + act.plusDays(3)
                        + " id=a1 told=1 allegation=a1 allegation-kind=torture",
                "incident.dated " + act.plusDays(1) + " id=a1 told=9 allegation=a1 allegation-kind=torture",
                "complaint.received " + act.plusDays(5) + "T10:00+06:00 flags=in-custody",
                "consent.given " + act.plusDays(5) + "T11:00+06:00 use=refer",
                "complaint.triaged " + act.plusDays(5) + "T12:00+06:00 team=bishkek",
                "referral.sent " + act.plusDays(6) + " referral=r1",
                "referral.registered " + act.plusDays(8) + " referral=r1",
                "decision.made " + act.plusDays(10) + " referral=r1 decision=d1 kind=opened",
                "decision.made " + act.plusDays(20) + " referral=r1 decision=d2 kind=suspended",
                "decision.made " + act.plusDays(30) + " referral=r1 decision=d3 kind=resumed",
                "decision.made " + act.plusDays(90) + " referral=r1 decision=d4 kind=terminated",
                "decision.received " + act.plusDays(150) + " referral=r1 decision=d4 kind=terminated",
                "threat.reported " + act.plusDays(40) + " id=t1");
    }

    private static Map<String, String> settled(List<Fact> facts) {
        var shown = new TreeMap<String, String>();
        told(Clocks.NONE, facts).byDeadline().forEach((id, clock) -> {
            if (!clock.status().equals("waived")) {
                shown.put(id.toString(), clock.term() + " " + clock.standing() + " " + clock.status());
            }
        });
        return shown;
    }

    private static Clocks told(Clocks state, List<Fact> facts) {
        var now = state;
        for (var fact : facts) {
            for (var event : Decider.decide(note(fact), now, circumstances())) {
                now = Clocks.evolve(now, event);
            }
        }
        return now;
    }

    private static DeadlineCommand note(Fact fact) {
        return new DeadlineCommand.NoteFacts(
                Told.complaint(Jurisdiction.KG), fact.type(), Told.COMPLAINT, List.of(fact));
    }

    private static Circumstances circumstances() {
        return new Circumstances(Told.SIGNED, Told.CALENDARS, NOW);
    }

    private static Deadlines computed(List<Fact> facts) {
        var complaint = Told.complaint(Jurisdiction.KG);
        return Deadlines.compute(CaseFacts.of(complaint).with(complaint, facts), Told.LAW, Told.CALENDARS);
    }

    private static List<Term> investigation(List<Fact> facts) {
        return computed(facts).all().stream()
                .map(Deadline::term)
                .filter(term -> term.rule().equals("KG-INV-60D"))
                .toList();
    }
}
