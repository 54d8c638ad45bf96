package org.aryz.deadline.application;

import java.time.Instant;
import java.util.List;
import org.aryz.deadline.Agenda;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.DeadlineCommand;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.AlertWithdrawn;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.DeadlineMet;
import org.aryz.deadline.DeadlineEvent.DeadlineOpened;
import org.aryz.deadline.DeadlineEvent.DeadlineRecalculated;
import org.aryz.deadline.DeadlineEvent.DeadlineResumed;
import org.aryz.deadline.DeadlineEvent.DeadlineSuspended;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.aryz.deadline.Decider;
import org.aryz.deadline.Docket;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.Streams.Loaded;

/** What was decided on a complaint at one hour, as one append: the events, and what the hours to come will bring. */
record Decision(Loaded<Clocks> loaded, List<DeadlineEvent> events, Clocks after, Hour hour) {

    static Decision on(DeadlineCommand command, Loaded<Clocks> loaded, Hour hour) {
        var events = Decider.decide(command, loaded.state(), hour.circumstances());
        var after = loaded.state();
        for (var event : events) {
            after = Clocks.evolve(after, event);
        }
        return new Decision(loaded, events, after, hour);
    }

    Append append(StoredForm form, Cause cause) {
        var facts = after.facts();
        if (facts == null) {
            return Append.to(loaded.stream(), loaded.version(), List.of(), "{}");
        }
        var stored = events.stream()
                .map(event -> form.write(event, occurred(event, cause, facts)))
                .toList();
        var version = loaded.version() + stored.size();
        var circumstances = hour.circumstances();
        var rows = Agenda.of(after, circumstances).stream()
                .map(agenda -> form.row(facts.complaint(), version, agenda, cause.later()))
                .toArray(InlineRow[]::new);
        var docket = form.row(facts.complaint(), version, hour.revision(), Docket.of(after, circumstances));
        return Append.to(loaded.stream(), loaded.version(), stored, form.metadata(facts.complaint(), cause))
                .with(rows)
                .with(docket);
    }

    /** What the hour brought happened at its own time; everything else when its cause did. */
    private Instant occurred(DeadlineEvent event, Cause cause, CaseFacts facts) {
        return switch (event) {
            case AlertRaised raised -> raised.at();
            case DeadlineBreached breached -> breached.term().dueAt();
            case LimitationExpired expired ->
                expired.term().expiresAt() == null
                        ? expired.term().dueAt()
                        : expired.term().expiresAt();
            case ComplaintExpired expired -> expired.at();
            case AlertWithdrawn _ -> hour.now();
            case FactsNoted _,
                    DeadlineOpened _,
                    DeadlineRecalculated _,
                    DeadlineSuspended _,
                    DeadlineResumed _,
                    DeadlineMet _,
                    DeadlineWaived _ ->
                cause.occurred() == null ? hour.now() : cause.occurred().earliest(facts.time());
        };
    }
}
