package org.aryz.deadline.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.DeadlineCommand;
import org.aryz.deadline.DeadlineCommand.Recalculate;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.Receipt;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;

/** The deadlines of all complaints. Events and due rows of a decision are one transaction. */
@ApplicationScoped
public class ComplaintDeadlines {
    private static final Recalculate TIME_HAS_PASSED = new Recalculate("time");

    private final EventLog log;
    private final StoredForm form;
    private final LawInUse law;
    private final Streams<DeadlineEvent, Clocks> streams;

    public ComplaintDeadlines(EventLog log, StoredForm form, LawInUse law) {
        this.log = log;
        this.form = form;
        this.law = law;
        this.streams = new Streams<>(log, form::read, Clocks.NONE, Clocks::evolve);
    }

    /** Takes in what another service told, and says what follows from it. */
    public Uni<AppendResult> note(Told told) {
        return law.hour()
                .flatMap(hour -> streams.execute(stream(told.facts().complaint().id()), loaded -> Decision.on(
                                told.against(loaded.state()), loaded, hour)
                        .append(form, told.cause())
                        .inAnswerTo(told.receipt())));
    }

    /** Takes note that an event came that tells no fact. */
    public Uni<AppendResult> ignore(UUID complaint, Receipt receipt) {
        return log.append(Append.receiptOnly(stream(complaint), receipt));
    }

    /** Does what a person asks for, once. */
    Uni<AppendResult> command(UUID complaint, DeadlineCommand command, Asked asked) {
        var cause = Cause.person(asked.correlation(), asked.actor());
        return law.hour()
                .flatMap(hour -> streams.execute(stream(complaint), loaded -> {
                    var decision = Decision.on(command, loaded, hour);
                    var version = loaded.version() + decision.events().size();
                    return decision.append(form, cause).once(asked.answeredBy(version));
                }));
    }

    /** Says what the present hour brings. */
    public Uni<Void> decideAgain(UUID complaint) {
        return decideAgain(complaint, TIME_HAS_PASSED, Cause.time());
    }

    /** Says what another law brings. Where it brings nothing new, or has brought it before, nothing is said. */
    public Uni<Void> decideAgain(UUID complaint, String reason, Cause cause) {
        return decideAgain(complaint, new Recalculate(reason), cause);
    }

    private Uni<Void> decideAgain(UUID complaint, Recalculate command, Cause cause) {
        return law.hour()
                .flatMap(hour -> streams.execute(stream(complaint), loaded -> Decision.on(command, loaded, hour)
                        .append(form, cause)))
                .map(ComplaintDeadlines::mustBeAppended);
    }

    /** What has to be armed for a complaint at the present hour. */
    public Uni<Expected> expected(UUID complaint) {
        return law.hour().flatMap(hour -> streams.load(stream(complaint))
                .map(loaded -> Expected.of(loaded, hour.circumstances(), form)));
    }

    /** How the deadlines of a complaint stand by what was said of them. */
    public Uni<Clocks> said(UUID complaint) {
        return streams.load(stream(complaint)).map(Streams.Loaded::state);
    }

    /** All that was said of one complaint's deadlines, and how they stand at the present hour. */
    public Uni<Optional<Report>> report(UUID complaint) {
        return law.hour().flatMap(hour -> log.readStream(stream(complaint), 0)
                .map(events -> Report.of(events, form, hour.circumstances())));
    }

    private static StreamId stream(UUID complaint) {
        return StreamId.of(complaint);
    }

    private static Void mustBeAppended(AppendResult result) {
        if (!(result instanceof Appended)) {
            throw new IllegalStateException("A decision met with " + result);
        }
        return null;
    }
}
