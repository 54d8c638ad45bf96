package org.aryz.notification.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.aryz.eventlog.InlineRow;
import org.aryz.notification.application.Alarm;
import org.aryz.notification.application.Recipient;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Signs of life and alarms as tables, shared by all replicas; a claim is a lease, not a lock. */
@Singleton
public class WatchTable {
    private static final int FEW = 20;

    private final Pool pool;
    private final int leaseSeconds;

    WatchTable(Pool pool, @ConfigProperty(name = "aryz.delivery.lease") Duration lease) {
        this.pool = pool;
        this.leaseSeconds = (int) lease.toSeconds();
    }

    /** A letter that is to be sent, and to whom. */
    record Queued(Alarm alarm, String recipient) {}

    /** A trial alert on its way to the mailbox. */
    record Canary(UUID id, Instant dueAt) {}

    /** Notes, in the append that takes the event in, how far firing has come. */
    public static InlineRow watermark(JsonNode data) {
        return row("notification.watermark_came", data, "firedUntil");
    }

    /** Notes that a canary has come. */
    public static InlineRow canary(JsonNode data) {
        return row("notification.canary_came", data, "canary", "dueAt");
    }

    private static InlineRow row(String function, JsonNode data, String... fields) {
        var row = JsonNodeFactory.instance.objectNode();
        for (var field : fields) {
            row.set(field, data.required(field));
        }
        return new InlineRow(function, row.toString());
    }

    Uni<SignsOfLife> signs() {
        return pool.query("select * from notification.signs_of_life()")
                .execute()
                .map(rows -> SignsOfLife.of(rows.iterator().next()));
    }

    /**
     * Raises an alarm that does not stand yet, or ends one that does; tells {@code raised}, {@code ended}, or nothing.
     *
     * @param patience how long the sign may be missed; null if it is not waited for
     */
    Uni<Optional<String>> settle(
            Alarm.Kind kind, @Nullable Duration patience, boolean mayRaise, List<Recipient> recipients) {
        var ids = recipients.stream().map(Recipient::id).toArray(String[]::new);
        var millis = patience == null ? null : patience.toMillis();
        return pool.preparedQuery("select notification.settle_alarm($1, $2::bigint * interval '1 millisecond', $3, $4)")
                .execute(Tuple.of(kind.code(), millis, mayRaise, ids))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString(0)));
    }

    Uni<List<Queued>> claimLetters() {
        return pool.preparedQuery("select * from notification.claim_alarm_letters($1, $2)")
                .execute(Tuple.of(FEW, leaseSeconds))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WatchTable::queued)
                        .toList());
    }

    Uni<Void> sent(Alarm alarm) {
        return pool.preparedQuery("delete from notification.alarm_letter where id = $1")
                .execute(Tuple.of(alarm.id()))
                .replaceWithVoid();
    }

    Uni<Optional<Canary>> claimCanary() {
        return pool.preparedQuery("select * from notification.claim_canary($1)")
                .execute(Tuple.of(leaseSeconds))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Canary(row.getUUID("canary"), instant(row, "due_at")))
                        .findFirst());
    }

    Uni<Void> arrived(Canary canary) {
        return pool.preparedQuery("select notification.canary_arrived($1)")
                .execute(Tuple.of(canary.id()))
                .replaceWithVoid();
    }

    private static Queued queued(Row row) {
        var kind = Alarm.Kind.valueOf(text(row.getString("kind")).toUpperCase(Locale.ROOT));
        var alarm = new Alarm(row.getUUID("id"), kind, row.getBoolean("ended"), instant(row, "since"));
        return new Queued(alarm, text(row.getString("recipient")));
    }

    private static String text(@Nullable String column) {
        return String.valueOf(column);
    }

    private static Instant instant(Row row, String column) {
        return row.get(OffsetDateTime.class, column).toInstant();
    }
}
