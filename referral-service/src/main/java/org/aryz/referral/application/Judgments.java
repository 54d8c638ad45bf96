package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.StreamId;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.proceedings.Outcome;
import org.aryz.referral.proceedings.Proceedings;
import org.aryz.referral.proceedings.ProceedingsCommand;
import org.aryz.referral.proceedings.ProceedingsCommand.RecordJudgmentInForce;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.aryz.servicekit.time.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** What people record of the proceedings of a complaint. */
@ApplicationScoped
public class Judgments {
    private final Decider<ProceedingsCommand, ProceedingsEvent, Proceedings> decider;
    private final ComplaintsHeardOf complaints;
    private final DatabaseClock clock;

    public Judgments(
            EventLog log, StoredForm<ProceedingsEvent> form, ComplaintsHeardOf complaints, DatabaseClock clock) {
        this.decider =
                new Decider<>(log, form, new Model<>(Proceedings.none(), Proceedings::decide, Proceedings::evolve));
        this.complaints = complaints;
        this.clock = clock;
    }

    public Uni<Done> recordInForce(
            Request request, ComplaintId id, Outcome outcome, LocalDate inForceOn, @Nullable UUID suspect) {
        return decider.once(request, () -> complaints.seenByCaller(id).flatMap(complaint -> clock.now()
                .flatMap(now -> {
                    new NotInFuture(now, complaint.jurisdiction().zone()).check("/inForceOn", inForceOn);
                    var command = new RecordJudgmentInForce(id, outcome, inForceOn, suspect);
                    var stream = StreamId.of(Proceedings.of(id));
                    var change = Change.of(complaint, stream, (ProceedingsCommand) command)
                            .answeredWith(id.value());
                    return decider.append(request, change, (_, _) -> List.of());
                })));
    }
}
