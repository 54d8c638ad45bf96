package org.aryz.deadline.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.Clock;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.Deadline;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.Deadlines;
import org.aryz.eventlog.RecordedEvent;

/**
 * How the deadlines of one complaint stand, and what was said of them.
 *
 * @param deadlines computed anew from the same facts, for the way on which the dates were found
 */
public record Report(
        long version, CaseFacts facts, Clocks clocks, List<Said> alerts, Deadlines deadlines, Instant now) {

    /** An alert that was raised, and when it was recorded. */
    public record Said(AlertRaised alert, Instant recordedAt) {}

    /** Empty where nothing is known of the complaint. */
    static Optional<Report> of(List<RecordedEvent> events, StoredForm form, Circumstances circumstances) {
        var clocks = Clocks.NONE;
        var alerts = new ArrayList<Said>();
        for (var recorded : events.stream().filter(form::tells).toList()) {
            var event = form.read(recorded);
            clocks = Clocks.evolve(clocks, event);
            if (event instanceof AlertRaised raised) {
                alerts.add(new Said(raised, recorded.recordedAt()));
            }
        }
        var facts = clocks.facts();
        if (facts == null) {
            return Optional.empty();
        }
        var version = events.getLast().version();
        var deadlines = circumstances.explained(facts);
        return Optional.of(new Report(version, facts, clocks, List.copyOf(alerts), deadlines, circumstances.now()));
    }

    public List<Clock> all() {
        return clocks.byDeadline().values().stream()
                .sorted(Comparator.comparing((Clock clock) -> clock.term().dueAt())
                        .thenComparing(clock -> clock.term().deadline()))
                .toList();
    }

    public List<Said> alertsOf(UUID deadline) {
        return alerts.stream()
                .filter(said -> said.alert().term().deadline().equals(deadline))
                .toList();
    }

    public Optional<Deadline> computed(Clock clock) {
        return deadlines.find(clock.term().deadline());
    }

    /** When the next alert comes if nothing happens until then. */
    public Optional<Instant> nextAlert(Clock clock) {
        return computed(clock)
                .filter(_ -> clock.runs())
                .flatMap(deadline -> deadline.ladder().ahead(now, 1).stream().findFirst())
                .map(rung -> rung.at());
    }
}
