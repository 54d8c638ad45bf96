package org.aryz.deadline.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aryz.deadline.DeadlineCommand.WaiveDeadline;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Conflict;
import org.aryz.eventlog.AppendResult.KeyReused;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.EventLog;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.problem.Rejected;

/** Terms that named persons give up. */
@ApplicationScoped
public class Waivers {
    private final EventLog log;
    private final ComplaintDeadlines deadlines;

    public Waivers(EventLog log, ComplaintDeadlines deadlines) {
        this.log = log;
        this.deadlines = deadlines;
    }

    /** The version of the complaint's stream with the waiver, and whether an earlier, equal request brought it. */
    public record Done(long version, boolean replayed) {}

    /** A repeated request is answered before anything is checked: what it met then may not hold any more. */
    public Uni<Done> waive(Asked asked, UUID complaint, UUID deadline, String reason) {
        return log.recall(asked.organisation(), asked.key(), asked.fingerprint())
                .flatMap(earlier -> earlier.isPresent()
                        ? Uni.createFrom().item(earlier.get())
                        : deadlines.command(complaint, new WaiveDeadline(deadline, reason, asked.actor()), asked))
                .map(Waivers::done);
    }

    private static Done done(AppendResult result) {
        return switch (result) {
            case Appended appended -> new Done(appended.version(), false);
            case Repeated repeated -> new Done(Long.parseLong(repeated.answer()), true);
            case KeyReused _ -> throw IdempotencyKey.usedForAnother();
            case Conflict _ -> throw Rejected.conflict("busy", "It changes too fast; try again");
            case AppendResult.AlreadyReceived _, AppendResult.Hole _ ->
                throw new IllegalStateException("Not an answer to a command: " + result);
        };
    }
}
