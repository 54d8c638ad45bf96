package org.aryz.deadline.lawchange.application;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.aryz.deadline.application.Asked;
import org.aryz.deadline.application.Hour;
import org.aryz.deadline.application.LawForm;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.law.LawDataException;
import org.aryz.deadline.lawchange.Edition;
import org.aryz.deadline.lawchange.LawBook;
import org.aryz.deadline.lawchange.LawChange;
import org.aryz.deadline.lawchange.LawChangeCommand;
import org.aryz.deadline.lawchange.LawChangeCommand.Apply;
import org.aryz.deadline.lawchange.LawChangeCommand.NoteZoneData;
import org.aryz.deadline.lawchange.LawChangeCommand.Propose;
import org.aryz.deadline.lawchange.LawChangeCommand.Reject;
import org.aryz.deadline.lawchange.LawChangeEvent;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeApplied;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeExamined;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeProposed;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeRejected;
import org.aryz.deadline.lawchange.LawChangeEvent.ZoneDataNoted;
import org.aryz.deadline.lawchange.Proposal;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.Idempotency;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Streams;
import org.aryz.eventlog.Streams.Loaded;
import org.aryz.eventlog.UuidV7;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Decides on changes of the law. The work they bring is asked for in the transaction of the decision. */
@Singleton
public final class LawChanges {
    private static final StreamId STREAM = StreamId.of(LawBook.STREAM);

    private final EventLog log;
    private final LawForm form;
    private final LawInUse law;
    private final Streams<LawChangeEvent, LawBook> streams;

    public LawChanges(EventLog log, LawForm form, LawInUse law) {
        this.log = log;
        this.form = form;
        this.law = law;
        this.streams = new Streams<>(log, form::read, LawBook.EMPTY, LawBook::evolve);
    }

    /** A change, and whether an earlier, equal request brought it. */
    public record Done(UUID change, boolean replayed) {}

    /**
     * Has a change tried out.
     *
     * @throws LawDataException as a failure, where it does not fit the law in use
     */
    public Uni<Done> propose(Asked asked, Proposal proposal, String reason) {
        var id = UuidV7.next();
        return once(asked, id, hour -> {
            var change = new LawChange(id, proposal, reason, asked.actor(), day(hour), null, null, null);
            hour.edition().with(change, asked.actor());
            return new Propose(id, proposal, reason, asked.actor(), day(hour));
        });
    }

    /** Makes a change law, by another person than who proposed it. */
    public Uni<Done> apply(Asked asked, UUID change) {
        return once(asked, change, _ -> new Apply(change, asked.actor()));
    }

    /** Drops a change. */
    public Uni<Done> reject(Asked asked, UUID change, String reason) {
        return once(asked, change, _ -> new Reject(change, reason, asked.actor()));
    }

    private Uni<Done> once(Asked asked, UUID change, Function<Hour, LawChangeCommand> command) {
        return log.recall(asked.organisation(), asked.key(), asked.fingerprint())
                .flatMap(earlier -> earlier.isPresent()
                        ? Uni.createFrom().item(earlier.get())
                        : law.hour().flatMap(hour -> execute(command.apply(hour), hour.now(), answered(asked, change))))
                .map(result -> done(result, change));
    }

    private static LocalDate day(Hour hour) {
        return LocalDate.ofInstant(hour.now(), ZoneOffset.UTC);
    }

    private static Idempotency answered(Asked asked, UUID change) {
        return new Idempotency(asked.organisation(), asked.key(), asked.fingerprint(), change.toString());
    }

    /** Notes the time-zone database of this runtime; another one than before waits for a person to apply it. */
    public Uni<LawBook> noteZoneData(String version) {
        return law.hour()
                .flatMap(hour -> execute(new NoteZoneData(UuidV7.next(), version, day(hour)), hour.now(), null))
                .flatMap(_ -> law.history());
    }

    /** What the work on a change has found out. */
    public Uni<Void> note(LawChangeCommand found) {
        return law.hour().flatMap(hour -> execute(found, hour.now(), null)).replaceWithVoid();
    }

    public Uni<LawBook> history() {
        return law.history();
    }

    private Uni<AppendResult> execute(LawChangeCommand command, Instant now, @Nullable Idempotency key) {
        return streams.execute(STREAM, loaded -> {
                    var append = append(LawBook.decide(command, loaded.state()), loaded, now, key);
                    return key == null ? append : append.once(key);
                })
                .invoke(result -> {
                    if (result instanceof AppendResult.Conflict) {
                        throw Rejected.conflict("busy", "It changes too fast; try again");
                    }
                });
    }

    private Append append(List<LawChangeEvent> events, Loaded<LawBook> loaded, Instant now, @Nullable Idempotency key) {
        var stored = events.stream().map(event -> form.write(event, now)).toList();
        var append = Append.to(loaded.stream(), loaded.version(), stored, metadata(key));
        for (var i = 0; i < stored.size(); i++) {
            append = append.with(rows(events.get(i), stored.get(i), loaded.state()));
        }
        return append;
    }

    private static String metadata(@Nullable Idempotency asked) {
        return new JsonObject()
                .put("organisation", asked == null ? LawBook.SERVICE : asked.scope())
                .put("correlationId", asked == null ? UuidV7.next().toString() : asked.answer())
                .encode();
    }

    private InlineRow[] rows(LawChangeEvent event, NewEvent stored, LawBook before) {
        return switch (event) {
            case LawChangeProposed proposed -> work(proposed.change(), "dry-running", new JsonObject());
            case LawChangeExamined examined -> work(examined.change(), "examined", new JsonObject());
            case LawChangeRejected rejected -> work(rejected.change(), "rejected", new JsonObject());
            case LawChangeApplied applied ->
                work(
                        applied.change(),
                        "applying",
                        revised(applied, stored, law.ofTheProduct().after(before), before));
            case ZoneDataNoted _ -> new InlineRow[0];
        };
    }

    private static JsonObject revised(LawChangeApplied applied, NewEvent stored, Edition before, LawBook book) {
        var change = book.find(applied.change()).orElseThrow();
        return new PublicRevision(change, applied, before)
                .row()
                .put("revision", applied.revision())
                .put("event", stored.id().toString());
    }

    private static InlineRow[] work(UUID change, String state, JsonObject row) {
        var json = row.put("change", change.toString()).put("state", state).encode();
        return new InlineRow[] {new InlineRow("deadline.law_changed", json)};
    }

    private static Done done(AppendResult result, UUID change) {
        return switch (result) {
            case Appended _ -> new Done(change, false);
            case Repeated repeated -> new Done(UUID.fromString(repeated.answer()), true);
            case AppendResult.KeyReused _ -> throw IdempotencyKey.usedForAnother();
            case AppendResult.Conflict _, AppendResult.AlreadyReceived _, AppendResult.Hole _ ->
                throw new IllegalStateException("Not an answer to a command: " + result);
        };
    }
}
