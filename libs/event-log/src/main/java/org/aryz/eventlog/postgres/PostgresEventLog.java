package org.aryz.eventlog.postgres;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Upcaster;

/**
 * The event log of a PostgreSQL database that has the migrations of {@code db/event-log}. Its pool should cache prepared
 * statements.
 */
public final class PostgresEventLog implements EventLog, AutoCloseable {
    private static final String RECALL =
            "select request_hash, answer from event_log.idempotency_key where scope = $1 and key = $2";

    private final Pool pool;
    private final GroupedAppends appends;
    private final EventReader reader;

    public PostgresEventLog(Vertx vertx, Pool pool, List<Upcaster> upcasters) {
        this(vertx, pool, upcasters, AppendSettings.defaults());
    }

    public PostgresEventLog(Vertx vertx, Pool pool, List<Upcaster> upcasters, AppendSettings settings) {
        this.pool = pool;
        this.appends = new GroupedAppends(vertx.getDelegate(), pool.getDelegate(), settings);
        this.reader = new EventReader(upcasters);
    }

    @Override
    public Uni<UUID> id() {
        return query("select id from event_log.origin order by after_position desc limit 1", Tuple.tuple())
                .map(rows -> rows.iterator().next().getUUID(0));
    }

    @Override
    public Uni<AppendResult> append(Append append) {
        return appends.append(append);
    }

    @Override
    public Uni<List<RecordedEvent>> readStream(StreamId stream, long afterVersion) {
        return reader.readStream(pool, stream, afterVersion).onFailure().transform(Unavailable::orRefused);
    }

    @Override
    public Uni<List<RecordedEvent>> readAll(long afterPosition, int limit) {
        return readAll(pool, afterPosition, limit)
                .onFailure()
                .transform(Unavailable::orRefused)
                .call(events -> durable(events.isEmpty() ? 0 : events.getLast().position()));
    }

    /** As {@link #readAll(long, int)}, inside a transaction of the caller's; what it read may not be on disk before that is. */
    public Uni<List<RecordedEvent>> readAll(SqlClient connection, long afterPosition, int limit) {
        return reader.readAll(connection, afterPosition, limit);
    }

    @Override
    public Uni<Optional<AppendResult>> recall(String scope, String key, byte[] requestHash) {
        return query(RECALL, Tuple.of(scope, key))
                .call(rows -> durable(rows.rowCount() == 0 ? 0 : Long.MAX_VALUE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> recalled(row, requestHash))
                        .findFirst());
    }

    private Uni<Void> durable(long position) {
        return UniHelper.toUni(appends.durable(position)).onFailure().transform(Unavailable::orRefused);
    }

    private static AppendResult recalled(Row row, byte[] requestHash) {
        return Arrays.equals(row.getBuffer(0).getBytes(), requestHash)
                ? new AppendResult.Repeated(row.getString(1))
                : new AppendResult.KeyReused();
    }

    /** Calls the listener, which must not block, after each commit of this process that appended something. */
    public void onAppended(Runnable listener) {
        appends.onAppended(listener);
    }

    /** Calls the listeners too when a set-based writer of this process has appended by an SQL function of its own. */
    public void appendedElsewhere() {
        appends.tellListeners();
    }

    /** How many appends wait for a transaction now. */
    public int waiting() {
        return appends.waiting();
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).onFailure().transform(Unavailable::orRefused);
    }

    @Override
    public void close() {
        appends.close();
    }
}
