package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.KeyReused;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;
import org.aryz.eventlog.Streams.Loaded;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Loads, decides and appends for one model, and answers the same request the same way. */
final class Decider<C, E, S> {
    private final EventLog log;
    private final StoredForm<E> form;
    private final Model<C, E, S> model;
    private final Streams<E, S> streams;

    Decider(EventLog log, StoredForm<E> form, Model<C, E, S> model) {
        this.log = log;
        this.form = form;
        this.model = model;
        this.streams = new Streams<>(log, form::decode, model.initial(), model.evolve());
    }

    /** A stream that belongs to another model is, for this one, a stream without events. */
    Uni<S> state(StreamId stream) {
        return log.readStream(stream, 0)
                .map(events -> events.stream().allMatch(form::holds)
                        ? model.after(
                                model.initial(),
                                events.stream().map(form::decode).toList())
                        : model.initial());
    }

    /** A repeated request is answered before anything is checked: what it met then may not hold any more. */
    Uni<Done> once(Request request, Supplier<Uni<Done>> change) {
        return log.recall(request.caller().organisation(), request.key(), request.fingerprint())
                .flatMap(earlier ->
                        earlier.isPresent() ? Uni.createFrom().item(() -> done(earlier.get(), null)) : change.get());
    }

    Uni<Done> append(Request request, Change<C> change, BiFunction<S, Long, List<InlineRow>> rows) {
        return streams.execute(change.stream(), loaded -> decide(request, change, loaded, rows))
                .map(result -> done(result, change));
    }

    private Append decide(
            Request request, Change<C> change, Loaded<S> loaded, BiFunction<S, Long, List<InlineRow>> rows) {
        if (change.expected().isPresent() && change.expected().getAsLong() != loaded.version()) {
            throw Rejected.stale();
        }
        var events = model.decide().apply(change.command(), loaded.state());
        var version = loaded.version() + events.size();
        var zone = change.complaint().jurisdiction().zone();
        var stored = events.stream()
                .map(event -> form.encode(event, zone, event == events.getFirst() ? change.sealed() : List.of()))
                .toList();
        return Append.to(change.stream(), loaded.version(), stored, Metadata.of(request, change.complaint()))
                .once(request.answeredBy(new Answer(change.subject(), version)))
                .with(rows.apply(model.after(loaded.state(), events), version).toArray(InlineRow[]::new));
    }

    private static Done done(AppendResult result, @Nullable Change<?> change) {
        return switch (result) {
            case Appended appended
            when change != null -> new Done(new Answer(change.subject(), appended.version()), false);
            case Repeated repeated -> new Done(Answer.parse(repeated.answer()), true);
            case KeyReused _ -> throw IdempotencyKey.usedForAnother();
            case AppendResult.Conflict _ -> throw Rejected.conflict("busy", "It changes too fast; try again");
            case Appended _, AppendResult.AlreadyReceived _, AppendResult.Hole _ ->
                throw new IllegalStateException("Not an answer to a command: " + result);
        };
    }
}
