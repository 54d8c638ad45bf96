package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
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
        var facts = Stories.ofTheDay(day).facts();
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(settled(shuffled)).isEqualTo(settled(facts));
    }

    @Property(tries = 60)
    void replayIsWhatWasLived(@ForAll @IntRange(max = 4300) int day, @ForAll long seed) {
        var events = new ArrayList<DeadlineEvent>();
        var lived = Clocks.NONE;
        for (var fact : Stories.ofTheDay(day).some(seed)) {
            for (var event : Decider.decide(note(fact), lived, circumstances())) {
                events.add(event);
                lived = Clocks.evolve(lived, event);
            }
        }
        var replayed = Clocks.NONE;
        for (var event : events) {
            replayed = Clocks.evolve(replayed, event);
        }

        assertThat(replayed).isEqualTo(lived);
        assertThat(Decider.decide(new DeadlineCommand.Recalculate("time"), replayed, circumstances()))
                .isEmpty();
    }

    @Property(tries = 60)
    void aBreachIsNeverTakenBackWithoutSayingSo(@ForAll @IntRange(max = 4300) int day, @ForAll long seed) {
        var state = Clocks.NONE;
        for (var fact : Stories.ofTheDay(day).some(seed)) {
            var before = state.byDeadline();
            var said = new HashSet<UUID>();
            for (var event : Decider.decide(note(fact), state, circumstances())) {
                movedFrom(event).ifPresent(said::add);
                state = Clocks.evolve(state, event);
            }
            var after = state.byDeadline();
            before.forEach((id, clock) -> {
                if (clock.breached() && !Objects.requireNonNull(after.get(id)).breached()) {
                    assertThat(said).contains(id);
                }
            });
        }
    }

    /** The deadline of which an event tells that its date is another one than before, and which it was. */
    private static Optional<UUID> movedFrom(DeadlineEvent event) {
        return switch (event) {
            case DeadlineEvent.DeadlineRecalculated changed
            when !changed.oldDueAt().equals(changed.term().dueAt()) ->
                Optional.of(changed.term().deadline());
            case DeadlineEvent.DeadlineResumed resumed
            when !resumed.oldDueAt().equals(resumed.term().dueAt()) ->
                Optional.of(resumed.term().deadline());
            default -> Optional.empty();
        };
    }

    @Property(tries = 60)
    void tellingEverythingTwiceSaysNothingNew(@ForAll @IntRange(max = 4300) int day) {
        var facts = Stories.ofTheDay(day).facts();
        var state = told(Clocks.NONE, facts);

        for (var fact : facts) {
            assertThat(Decider.decide(note(fact), state, circumstances())).isEmpty();
        }
        assertThat(Decider.decide(new DeadlineCommand.Recalculate("time"), state, circumstances()))
                .isEmpty();
    }

    @Property(tries = 60)
    void absenceOfNoLengthChangesNoLimitation(
            @ForAll @IntRange(max = 1000) int day, @ForAll @IntRange(max = 80) int later) {
        var act = FIRST.plusDays(day);
        var gone = act.plusDays(later);
        var without = Told.facts(
                "incident.dated " + act + " allegation-kind=torture", "suspect.identified " + act + " suspect=s1");
        var with = new ArrayList<>(without);
        with.addAll(Told.facts("suspect.absconded " + gone + " suspect=s1", "suspect.found " + gone + " suspect=s1"));

        assertThat(dates(computed(with), "KG-LIM-EG")).isEqualTo(dates(computed(without), "KG-LIM-EG"));
    }

    private static List<String> dates(Deadlines deadlines, String rule) {
        return deadlines.all().stream()
                .filter(deadline -> deadline.term().rule().equals(rule))
                .map(deadline -> deadline.term() + " " + deadline.standing())
                .toList();
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
        for (var deadline : computed(Stories.ofTheDay(day).facts()).all()) {
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
