package org.aryz.eventlog.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.aryz.eventlog.RecordedEvent;

/**
 * What a read model makes of the events of the log. Its tables are kept in generations ({@code event_log.keep_in_generations}):
 * what it reads and writes by their views is of the generation that it feeds.
 */
public interface Projection {

    /** Never changes, like {@code complaints}. */
    String name();

    /** From one; grows with each change by which the same events would make other rows. A new version is built from the first event. */
    int version();

    /** Changes the read model, by the given connection only. It appends nothing: that would need the log's lock. */
    Uni<Void> handle(SqlConnection transaction, List<RecordedEvent> events);
}
