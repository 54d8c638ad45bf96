package org.aryz.eventlog.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.Upcaster;
import org.aryz.eventlog.postgres.Upcasting.Shape;

/** Reads stored events, each lifted to the newest shape of its type. */
final class EventReader {
    private static final String SELECT =
            """
            select position, event_id, stream_id, version, type, schema_version, data, metadata, occurred_at, recorded_at,
                   %s from event_log.event where\s""";
    private static final String OF_STREAM =
            SELECT.formatted("sealed") + "stream_id = $1 and version > $2 order by version";

    /** Sealed units are the greater part of an event, and of no use to those who follow the log. */
    private static final String OF_ALL = SELECT.formatted("null::text") + "position > $1 order by position limit $2";

    private final Upcasting upcasting;

    EventReader(Collection<Upcaster> upcasters) {
        this.upcasting = new Upcasting(upcasters);
    }

    Uni<List<RecordedEvent>> readStream(SqlClient connection, StreamId stream, long afterVersion) {
        return connection
                .preparedQuery(OF_STREAM)
                .execute(Tuple.of(stream.value(), afterVersion))
                .map(this::events);
    }

    Uni<List<RecordedEvent>> readAll(SqlClient connection, long afterPosition, int limit) {
        return connection
                .preparedQuery(OF_ALL)
                .execute(Tuple.of(afterPosition, limit))
                .map(this::events);
    }

    private List<RecordedEvent> events(RowSet<Row> rows) {
        var events = new ArrayList<RecordedEvent>(rows.size());
        rows.forEach(row -> events.add(event(row)));
        return events;
    }

    private RecordedEvent event(Row row) {
        var type = row.getString(4);
        var shape = upcasting.newest(type, new Shape(row.getInteger(5), row.getString(6)));
        return new RecordedEvent(
                row.getLong(0),
                row.getUUID(1),
                StreamId.of(row.getUUID(2)),
                row.getLong(3),
                type,
                shape.schemaVersion(),
                shape.data(),
                StoredUnits.read(row.getString(10)),
                row.getString(7),
                row.getOffsetDateTime(8).toInstant(),
                row.getOffsetDateTime(9).toInstant());
    }
}
