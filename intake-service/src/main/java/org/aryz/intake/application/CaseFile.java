package org.aryz.intake.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.intake.Complaint;
import org.aryz.intake.Complaint.NotReceived;
import org.aryz.intake.Complaint.OnFile;
import org.aryz.intake.ComplaintEvent;
import org.aryz.intake.ComplaintEvent.ComplaintAssigned;
import org.aryz.intake.ComplaintEvent.ComplaintReceived;
import org.aryz.intake.ComplaintEvent.ComplaintTriaged;
import org.aryz.intake.ComplaintEvent.ConsentGiven;
import org.aryz.intake.ComplaintEvent.ConsentLimited;
import org.aryz.intake.ComplaintEvent.ConsentWithdrawn;
import org.aryz.intake.ComplaintEvent.FactRecorded;
import org.aryz.intake.Consent;
import org.aryz.intake.ConsentDecision;
import org.aryz.intake.Fact.IncidentDated;
import org.aryz.intake.Priority;
import org.jspecify.annotations.Nullable;

/**
 * All that may be read of one complaint, folded from its stream and so always current.
 *
 * @param complaint what deciding needs of it
 * @param receipt how it was handed in, with the times of acts as they are known by now
 * @param consents the decision that holds for each use
 * @param sealed its personal units, still sealed
 */
public record CaseFile(
        OnFile complaint,
        ComplaintReceived receipt,
        Instant receivedAt,
        @Nullable Priority priority,
        @Nullable String team,
        @Nullable String assignee,
        List<CurrentConsent> consents,
        Map<UUID, SealedUnit> sealed) {

    /** Folds one event in; a file begins with the receipt of the complaint. */
    public static Optional<CaseFile> evolve(Optional<CaseFile> file, Happened happened) {
        return Optional.of(file.map(earlier -> earlier.after(happened)).orElseGet(() -> opened(happened)));
    }

    private static CaseFile opened(Happened happened) {
        if (happened.event() instanceof ComplaintReceived receipt
                && Complaint.evolve(new NotReceived(), receipt) instanceof OnFile complaint) {
            var units = unitsById(Map.of(), happened.sealed());
            return new CaseFile(complaint, receipt, happened.at(), null, null, null, List.of(), units);
        }
        throw new IllegalStateException("A complaint begins with its receipt");
    }

    private CaseFile after(Happened happened) {
        var event = happened.event();
        var after = noted(event).with(unitsById(sealed, happened.sealed()));
        return switch (event) {
            case ComplaintTriaged triaged -> after.with(triaged.priority(), triaged.team(), assignee);
            case ComplaintAssigned assigned -> after.with(priority, assigned.team(), assigned.assignee());
            case ConsentGiven(var use, var authorities, var organisations, var version) ->
                after.with(new Consent(use, ConsentDecision.GIVEN, authorities, organisations), version);
            case ConsentLimited(var use, var authorities, var organisations, var version) ->
                after.with(new Consent(use, ConsentDecision.LIMITED, authorities, organisations), version);
            case ConsentWithdrawn(var use, var version) ->
                after.with(new Consent(use, ConsentDecision.WITHDRAWN, List.of(), List.of()), version);
            case FactRecorded fact
            when fact.fact() instanceof IncidentDated dated ->
                after.with(receipt.dated(dated.allegation(), fact.occurredAt()));
            default -> after;
        };
    }

    private CaseFile noted(ComplaintEvent event) {
        var next = (OnFile) Complaint.evolve(complaint, event);
        return new CaseFile(next, receipt, receivedAt, priority, team, assignee, consents, sealed);
    }

    private CaseFile with(ComplaintReceived dated) {
        return new CaseFile(complaint, dated, receivedAt, priority, team, assignee, consents, sealed);
    }

    private CaseFile with(Map<UUID, SealedUnit> units) {
        return new CaseFile(complaint, receipt, receivedAt, priority, team, assignee, consents, units);
    }

    private CaseFile with(@Nullable Priority newPriority, @Nullable String newTeam, @Nullable String newAssignee) {
        return new CaseFile(complaint, receipt, receivedAt, newPriority, newTeam, newAssignee, consents, sealed);
    }

    private CaseFile with(Consent consent, int version) {
        var current = new ArrayList<>(consents);
        current.removeIf(earlier -> earlier.consent().use() == consent.use());
        current.add(new CurrentConsent(consent, version));
        return new CaseFile(complaint, receipt, receivedAt, priority, team, assignee, List.copyOf(current), sealed);
    }

    private static Map<UUID, SealedUnit> unitsById(Map<UUID, SealedUnit> earlier, List<SealedUnit> more) {
        if (more.isEmpty()) {
            return earlier;
        }
        var units = new HashMap<>(earlier);
        more.forEach(unit -> units.put(unit.id(), unit));
        return Map.copyOf(units);
    }
}
