package org.aryz.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.AlreadyReceived;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Conflict;
import org.aryz.eventlog.AppendResult.Hole;
import org.aryz.eventlog.AppendResult.KeyReused;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;
import org.aryz.eventlog.Streams.Loaded;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.intake.ComplaintCommand;
import org.aryz.intake.ComplaintCommand.ReceiveComplaint;
import org.aryz.intake.Dossier;
import org.aryz.intake.RejectedCommand;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Commands about complaints: seal, load, decide, append, and the same answer when the same request comes again. */
@Singleton
public class Complaints {
    private final EventLog log;
    private final Sealer sealer;
    private final StoredForm stored;
    private final List<String> sharedFromStart;
    private final Streams<Happened, Optional<CaseFile>> streams;

    Complaints(
            EventLog log,
            Sealer sealer,
            StoredForm stored,
            @ConfigProperty(name = "aryz.coalition-organisation", defaultValue = "coalition") String coalition) {
        this.log = log;
        this.sealer = sealer;
        this.stored = stored;
        this.sharedFromStart = List.of(coalition);
        this.streams = new Streams<>(log, stored::decode, Optional.empty(), CaseFile::evolve);
    }

    /** Takes a complaint in. Nothing is loaded: its stream is new, and a repeated request is known by the append itself. */
    public Uni<Done> receive(Submission submission, Request request) {
        var sealing = new Sealing(sealer);
        var command = new ReceiveComplaint(
                dossier(submission, request),
                submission.channel(),
                submission.allegations(),
                submission.flags(),
                sealing.seal(submission),
                submission.consents());
        var nothingYet = new Loaded<>(StreamId.of(UuidV7.next()), 0, Optional.<CaseFile>empty());
        var decision = Decision.on(nothingYet, command, sealing.units(), request, stored);
        return log.append(decision.append()).map(result -> done(result, decision.done()));
    }

    private Dossier dossier(Submission submission, Request request) {
        var jurisdiction = submission.jurisdiction();
        return Dossier.opened(
                Reference.next(jurisdiction, request.at()),
                jurisdiction,
                submission.zone(),
                request.organisation(),
                sharedFromStart);
    }

    /**
     * Does a command about a complaint on file. If it is refused, it may be because it was done already: then its answer
     * is given again.
     *
     * @param onVersion the version the caller has seen, where the command must rest on it
     */
    public Uni<Done> change(UUID complaint, Change change, @Nullable Long onVersion, Request request) {
        var sealing = new Sealing(sealer);
        var command = change.sealedBy(sealing);
        var decided = new AtomicReference<@Nullable Done>();
        return streams.execute(StreamId.of(complaint), loaded -> {
                    check(loaded, command, onVersion, request);
                    var decision = Decision.on(loaded, command, sealing.units(), request, stored);
                    decided.set(decision.done());
                    return decision.append();
                })
                .map(result -> done(result, decided.get()))
                .onFailure()
                .transform(Complaints::conflict)
                .onFailure(Rejected.class)
                .recoverWithUni(refusal -> earlierAnswer(request, refusal));
    }

    private static void check(
            Loaded<Optional<CaseFile>> loaded, ComplaintCommand command, @Nullable Long onVersion, Request request) {
        var dossier = loaded.state()
                .map(file -> file.complaint().dossier())
                .filter(request.reader()::mayTouch)
                .orElseThrow(Rejected::notFound);
        if (onVersion != null && onVersion != loaded.version()) {
            throw Rejected.stale();
        }
        Dates.check(command, dossier.zone(), request.at());
    }

    private Uni<Done> earlierAnswer(Request request, Throwable refusal) {
        return log.recall(request.organisation(), request.idempotencyKey(), request.hash())
                .map(earlier -> earlier.map(result -> done(result, null)))
                .flatMap(earlier -> earlier.isPresent()
                        ? Uni.createFrom().item(earlier.get())
                        : Uni.createFrom().failure(refusal));
    }

    private static Done done(AppendResult result, @Nullable Done decided) {
        return switch (result) {
            case Appended _ -> Objects.requireNonNull(decided);
            case Repeated(var answer) -> Done.replayed(answer);
            case KeyReused _ -> throw IdempotencyKey.usedForAnother();
            case Conflict _, AlreadyReceived _, Hole _ -> throw Rejected.unavailable();
        };
    }

    private static Throwable conflict(Throwable failure) {
        return failure instanceof RejectedCommand rejected ? rejected(rejected) : failure;
    }

    private static Rejected rejected(RejectedCommand command) {
        var message = String.valueOf(command.getMessage());
        return command.pointer()
                .map(field -> Dates.unacceptable(FieldError.at(field, command.reason(), message)))
                .orElseGet(() -> Rejected.conflict(command.reason(), message));
    }
}
