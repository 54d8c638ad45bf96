package org.aryz.eventlog.kafka;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.aryz.eventlog.LogUnavailable;
import org.aryz.eventlog.RecordedEvent;
import org.jboss.logging.Logger;

/**
 * Under which id of the log each event is told. A log that finds itself in another place tells nothing until it is settled
 * whether that is an older copy; so versions that are written twice are never told under the same id. All calls block.
 */
final class Origins {
    private static final Logger LOG = Logger.getLogger(Origins.class);
    private static final String NOW =
            """
            select o.id, o.after_position, h.moved_after is not null
              from event_log.origin o, event_log.home h order by o.after_position desc""";
    private static final String OF_EVENTS = "select id, before from event_log.origins($1, $2)";
    private static final String SETTLE = "select event_log.settle($1)";

    private final Pool pool;
    private final Duration patience;

    Origins(Pool pool, Duration patience) {
        this.pool = pool;
        this.patience = patience;
    }

    /**
     * An id of the log.
     *
     * @param before how many events of the stream were told under earlier ids
     */
    record Origin(UUID log, long before) {
        long sequence(RecordedEvent event) {
            return event.version() - before;
        }
    }

    /** @param toldUnder finds the ids of the events that were told last under an id of the log */
    void settle(Function<UUID, Collection<UUID>> toldUnder) {
        var now = first(query(NOW, Tuple.tuple()));
        if (now.getBoolean(2)) {
            var told = toldUnder.apply(now.getUUID(0)).toArray(UUID[]::new);
            if (first(query(SETTLE, Tuple.of(told))).getBoolean(0)) {
                LOG.warn(
                        "The log is an older copy: it forgot events that others were told. What it records since it was"
                                + " brought back is told under a new id");
            }
        }
    }

    /**
     * Of each event, in order.
     *
     * @throws LogUnavailable while it is not settled whether the log is a copy
     */
    List<Origin> of(List<RecordedEvent> events) {
        var known = query(NOW, Tuple.tuple());
        var now = first(known);
        if (now.getBoolean(2)) {
            throw new LogUnavailable("the log moved; is it a copy?", Duration.ZERO, null);
        }
        return known.size() == 1
                ? Collections.nCopies(events.size(), new Origin(now.getUUID(0), 0))
                : ofSeveral(events);
    }

    private List<Origin> ofSeveral(List<RecordedEvent> events) {
        var positions = events.stream().map(RecordedEvent::position).toArray(Long[]::new);
        var streams = events.stream().map(event -> event.stream().value()).toArray(UUID[]::new);
        var origins = new ArrayList<Origin>(events.size());
        query(OF_EVENTS, Tuple.of(positions, streams))
                .forEach(row -> origins.add(new Origin(row.getUUID(0), row.getLong(1))));
        return origins;
    }

    private RowSet<Row> query(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters).await().atMost(patience);
    }

    private static Row first(RowSet<Row> rows) {
        return rows.iterator().next();
    }
}
