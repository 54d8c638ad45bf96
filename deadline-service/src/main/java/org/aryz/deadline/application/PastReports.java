package org.aryz.deadline.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.Hindsight;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.StreamId;

/** How the deadlines of complaints stood at an earlier hour. Nothing is written. */
@ApplicationScoped
public class PastReports {
    private final EventLog log;
    private final StoredForm form;
    private final LawInUse law;

    public PastReports(EventLog log, StoredForm form, LawInUse law) {
        this.log = log;
        this.form = form;
        this.law = law;
    }

    /**
     * What was known then of a complaint that is known now.
     *
     * @param complaint as it is now: who may look back is not a question of the past
     * @param report empty where nothing was known of it yet
     */
    public record Past(Complaint complaint, Optional<Report> report) {}

    /** An event and the version of the stream with it. */
    private record Versioned(Hindsight.Recorded recorded, long version) {}

    /** By the law as it was known then. Empty where nothing is known of the complaint even now. */
    public Uni<Optional<Past>> report(UUID complaint, Instant asOf, Instant knownOn) {
        return law.knownOn(knownOn).flatMap(edition -> report(complaint, edition.at(asOf), knownOn));
    }

    private Uni<Optional<Past>> report(UUID complaint, Circumstances then, Instant knownOn) {
        return log.readStream(StreamId.of(complaint), 0)
                .map(events -> events.stream()
                        .filter(form::tells)
                        .map(event -> new Versioned(
                                new Hindsight.Recorded(form.read(event), event.recordedAt()), event.version()))
                        .toList())
                .map(history -> latest(history).map(now -> new Past(now, report(history, then, knownOn))));
    }

    private static Optional<Complaint> latest(List<Versioned> history) {
        return history.stream()
                .map(each -> each.recorded().event())
                .filter(FactsNoted.class::isInstance)
                .map(event -> ((FactsNoted) event).complaint())
                .reduce((_, later) -> later);
    }

    private static Optional<Report> report(List<Versioned> history, Circumstances then, Instant knownOn) {
        var clocks = Hindsight.of(history.stream().map(Versioned::recorded).toList(), then, knownOn);
        var facts = clocks.facts();
        if (facts == null) {
            return Optional.empty();
        }
        var recorded = history.stream()
                .filter(each -> !each.recorded().at().isAfter(then.now()))
                .filter(each -> !each.recorded().at().isAfter(knownOn))
                .toList();
        var version = recorded.isEmpty() ? 0 : recorded.getLast().version();
        return Optional.of(new Report(version, facts, clocks, alerts(recorded), then.explained(facts), then.now()));
    }

    private static List<Report.Said> alerts(List<Versioned> recorded) {
        return recorded.stream()
                .filter(each -> each.recorded().event() instanceof AlertRaised)
                .map(each -> new Report.Said(
                        (AlertRaised) each.recorded().event(), each.recorded().at()))
                .toList();
    }
}
