package org.aryz.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aryz.intake.ComplaintCommand.RecordFact;
import org.aryz.intake.ComplaintEvent.ComplaintReceived;
import org.aryz.intake.ComplaintEvent.FactRecorded;
import org.aryz.intake.Fact.CustodyOrdered;
import org.aryz.intake.Fact.DetentionEnded;
import org.aryz.intake.Fact.DetentionRecorded;
import org.aryz.intake.Fact.DoctorReportConfirmed;
import org.aryz.intake.Fact.DoctorReportSent;
import org.aryz.intake.Fact.EvidenceAdded;
import org.aryz.intake.Fact.FamilyNotified;
import org.aryz.intake.Fact.IncidentDated;
import org.aryz.intake.Fact.VideoPreservationRequested;

/**
 * The facts that were told of a complaint, and which more fit to them. Facts may come in any order of telling, so what is asked is
 * how things stood when the new one happened; where times are uncertain, whatever order they allow is good.
 *
 * @param acts the alleged acts
 */
public record Timeline(ZoneId zone, Set<UUID> acts, List<FactRecorded> facts) {
    private static final int LONGEST_RETENTION = 3650;

    public Timeline {
        acts = Set.copyOf(acts);
        facts = List.copyOf(facts);
    }

    static Timeline of(ComplaintReceived received) {
        var acts = received.allegations().stream().map(Allegation::id).collect(Collectors.toSet());
        return new Timeline(received.zone(), acts, List.of());
    }

    Timeline after(ComplaintEvent event) {
        if (!(event instanceof FactRecorded recorded)) {
            return this;
        }
        var all = new ArrayList<>(facts);
        all.add(recorded);
        return new Timeline(zone, acts, all);
    }

    FactRecorded decide(RecordFact command) {
        check(command.fact(), command.occurredAt());
        var fact = command.fact() instanceof EvidenceAdded added
                ? new EvidenceAdded(command.id(), added.kind())
                : command.fact();
        return new FactRecorded(fact, command.occurredAt(), command.receivedAt(), command.note());
    }

    private void check(Fact fact, When when) {
        switch (fact) {
            case DetentionRecorded _ ->
                refuseIf(
                        handAt(when.start(zone)) == Hand.DETAINED,
                        () -> new RejectedCommand("detained-already", "The person was detained already by then."));
            case DetentionEnded _ ->
                refuseIf(
                        handAt(when.end(zone)) == Hand.FREE,
                        () -> new RejectedCommand("not-detained", "No detention or custody is on record by then."));
            case FamilyNotified _ ->
                needs(DetentionRecorded.class, when, "not-detained", "No detention is on record by then.");
            case DoctorReportConfirmed _ ->
                needs(DoctorReportSent.class, when, "no-doctor-report", "No doctor's report was sent by then.");
            default -> checkFields(fact, when);
        }
    }

    private void checkFields(Fact fact, When when) {
        switch (fact) {
            case CustodyOrdered(var until) ->
                refuseIf(
                        until.isBefore(when.start(zone).atZone(zone).toLocalDate()),
                        () -> RejectedCommand.at(
                                "/until", "before-occurred", "Custody can't end before it is ordered"));
            case VideoPreservationRequested(var days) ->
                refuseIf(
                        days != null && (days < 1 || days > LONGEST_RETENTION),
                        () -> RejectedCommand.at("/retentionDays", "out-of-range", "From 1 to 3650 days"));
            case IncidentDated dated ->
                refuseIf(
                        !acts.contains(dated.allegation()),
                        () -> RejectedCommand.at(
                                "/allegation", "unknown-allegation", "The complaint tells no such act"));
            default -> {
                // The others stand for themselves.
            }
        }
    }

    private static void refuseIf(boolean condition, Supplier<RejectedCommand> refusal) {
        if (condition) {
            throw refusal.get();
        }
    }

    private void needs(Class<? extends Fact> earlier, When when, String reason, String message) {
        if (facts.stream().noneMatch(told -> earlier.isInstance(told.fact()) && began(told, when.end(zone)))) {
            throw new RejectedCommand(reason, message);
        }
    }

    private boolean began(FactRecorded told, Instant by) {
        return !told.occurredAt().start(zone).isAfter(by);
    }

    /** In whose hand a person is. */
    private enum Hand {
        FREE,
        DETAINED,
        /** Brought before a judge, moved, or in custody: whoever holds the person may detain anew, or let go. */
        PASSED_ON
    }

    /** By what was told to have happened last by then; of what has the same time, by what was told last. */
    private Hand handAt(Instant by) {
        return facts.stream()
                .filter(told -> began(told, by))
                .filter(told -> hand(told.fact()).isPresent())
                .sorted(Comparator.comparing(told -> told.occurredAt().start(zone)))
                .reduce((_, later) -> later)
                .flatMap(last -> hand(last.fact()))
                .orElse(Hand.FREE);
    }

    private static Optional<Hand> hand(Fact fact) {
        return switch (fact) {
            case DetentionRecorded _ -> Optional.of(Hand.DETAINED);
            case CustodyOrdered _ -> Optional.of(Hand.PASSED_ON);
            case DetentionEnded(var how) -> Optional.of(how == DetentionEnd.RELEASED ? Hand.FREE : Hand.PASSED_ON);
            default -> Optional.empty();
        };
    }
}
