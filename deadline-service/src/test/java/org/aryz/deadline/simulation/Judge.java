package org.aryz.deadline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.aryz.deadline.Agenda;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.DeadlineCommand.Recalculate;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.DeadlineOpened;
import org.aryz.deadline.DeadlineEvent.DeadlineRecalculated;
import org.aryz.deadline.DeadlineEvent.DeadlineResumed;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.aryz.deadline.Decider;
import org.aryz.deadline.Ids;
import org.aryz.deadline.Standing;
import org.aryz.deadline.Term;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was recorded of cases against what must hold of every case; knows nothing of how it came about. Judges several cases at
 * once.
 */
final class Judge {
    private static final Recalculate TIME = new Recalculate("time");

    private final Law law;
    private final Calendars calendars;
    private final Duration latest;
    private final Set<UUID> alerts = new HashSet<>();
    private int events;
    private int breaches;
    private int expiries;

    /** @param latest so much later than it is due at most may anything be said */
    Judge(Law law, Calendars calendars, Duration latest) {
        this.law = law;
        this.calendars = calendars;
        this.latest = latest;
    }

    /** An event, and when it was recorded. */
    record Recorded(DeadlineEvent event, Instant at) {}

    int alerts() {
        return alerts.size();
    }

    int events() {
        return events;
    }

    int breaches() {
        return breaches;
    }

    int expiries() {
        return expiries;
    }

    /**
     * @param tale what happened
     * @param history what was recorded of it
     * @param end the last hour
     */
    void judge(Tale tale, List<Recorded> history, Instant end) {
        var trial = new Trial();
        events += history.size();
        for (var recorded : history) {
            trial.hear(recorded);
        }
        trial.settledAt(end);
        assertThat(trial.sources).as("each event of others is taken in once").hasSameSizeAs(trial.distinctSources());
        endsAsIfAllWasToldInOrder(tale, trial.state, end);
    }

    /** The decider, told all facts in the order in which they happened, at the end and without any mishap. */
    private void endsAsIfAllWasToldInOrder(Tale tale, Clocks state, Instant end) {
        var expected = Clocks.NONE;
        for (var telling : tale.arrivedBy(end)) {
            for (var event : Decider.decide(telling.told().facts(), expected, at(end))) {
                expected = Clocks.evolve(expected, event);
            }
        }
        assertThat(state.facts()).as("facts").isEqualTo(expected.facts());
        assertThat(shown(state)).as("deadlines at the end").isEqualTo(shown(expected));
        assertThat(state.complaintExpired()).as("out of time").isEqualTo(expected.complaintExpired());
    }

    private static Map<UUID, String> shown(Clocks state) {
        var shown = new TreeMap<UUID, String>();
        state.byDeadline().forEach((id, clock) -> {
            if (!(clock.standing() instanceof Standing.Waived)) {
                shown.put(id, clock.term() + " " + clock.standing() + " " + clock.status());
            }
        });
        return shown;
    }

    private Circumstances at(Instant now) {
        return new Circumstances(law, calendars, now);
    }

    /** One case from its first event to the last. */
    private final class Trial {
        private final Map<UUID, Instant> knownSince = new HashMap<>();
        private final List<UUID> sources = new ArrayList<>();
        private Clocks state = Clocks.NONE;
        private @Nullable Instant now;

        void hear(Recorded recorded) {
            if (now != null && recorded.at().isAfter(now)) {
                settledAt(recorded.at());
            }
            now = recorded.at();
            check(recorded.event(), recorded.at());
            state = Clocks.evolve(state, recorded.event());
        }

        /** Before time went on to this hour all was said, and what came next was not left waiting. */
        void settledAt(Instant later) {
            var before = Objects.requireNonNull(now, "a case begins");
            assertThat(Decider.decide(TIME, state, at(before)))
                    .as("left unsaid at %s", before)
                    .isEmpty();
            assertThat(Agenda.of(state, at(before)))
                    .flatExtracting(Agenda::planned)
                    .extracting(planned -> planned.alert())
                    .as("planned at %s, and not said before %s", before, later)
                    .noneMatch(alert -> alert.at().plus(latest).isBefore(later));
        }

        private void check(DeadlineEvent event, Instant at) {
            switch (event) {
                case FactsNoted noted -> sources.add(noted.sourceId());
                case DeadlineOpened opened -> knownSince.put(opened.term().deadline(), at);
                case DeadlineRecalculated changed ->
                    knownSince.put(changed.term().deadline(), at);
                case DeadlineResumed resumed -> knownSince.put(resumed.term().deadline(), at);
                case AlertRaised raised -> raised(raised, at);
                case DeadlineBreached breached -> breached(breached.term(), at);
                case LimitationExpired expired -> expired(expired.term(), at);
                case ComplaintExpired _ ->
                    assertThat(state.byDeadline().values())
                            .as("some clock that limits has expired")
                            .anyMatch(clock -> clock.term().limits() && clock.expired());
                default -> {}
            }
        }

        private void raised(AlertRaised raised, Instant at) {
            var term = raised.term();
            assertThat(alerts.add(raised.alert()))
                    .as("raised twice: %s", raised)
                    .isTrue();
            assertThat(raised.alert()).isEqualTo(Ids.alert(term.deadline(), term.dueAt(), raised.rung()));
            assertThat(at).as("too early: %s", raised).isAfterOrEqualTo(raised.at());
            var known = Objects.requireNonNull(knownSince.get(term.deadline()));
            var since = raised.at().isAfter(known) ? raised.at() : known;
            assertThat(at).as("too late: %s", raised).isBeforeOrEqualTo(since.plus(latest));
            if (since.plus(latest).isBefore(term.dueAt())) {
                assertThat(at).as("told after the end: %s", raised).isBefore(term.dueAt());
            }
        }

        /** Breached is what runs, by the facts known, and has run out. */
        private void breached(Term term, Instant at) {
            breaches++;
            var facts = Objects.requireNonNull(state.facts());
            var computed = at(at).explained(facts).find(term.deadline()).orElseThrow();
            assertThat(computed.standing()).as("breached: %s", term).isInstanceOf(Standing.Open.class);
            assertThat(computed.term().dueAt()).isEqualTo(term.dueAt()).isBeforeOrEqualTo(at);
        }

        private void expired(Term term, Instant at) {
            expiries++;
            assertThat(law.find(term.rule(), term.ruleVersion()))
                    .hasValueSatisfying(rule -> assertThat(rule.mayExpire())
                            .as("may expire: %s", rule.id())
                            .isTrue());
            assertThat(term.expiresAt()).isNotNull().isBeforeOrEqualTo(at);
        }

        private Set<UUID> distinctSources() {
            return Set.copyOf(sources);
        }
    }
}
