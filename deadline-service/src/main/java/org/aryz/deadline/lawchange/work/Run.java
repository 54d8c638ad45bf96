package org.aryz.deadline.lawchange.work;

import io.vertx.mutiny.sqlclient.Row;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work on one change and how far it has come.
 *
 * @param revision of the law against which the dry run runs or ran
 * @param complaints how many are to be looked at; null before the work has begun
 * @param reached the last complaint that was looked at
 */
public record Run(
        UUID change, State state, @Nullable Long revision, @Nullable Long complaints, long lookedAt, UUID reached) {

    /** What is being done. */
    public enum State {
        DRY_RUNNING,
        EXAMINED,
        APPLYING,
        APPLIED,
        REJECTED
    }

    static Run of(Row row) {
        return new Run(
                row.getUUID("change"),
                State.valueOf(row.getString("state").replace('-', '_').toUpperCase(Locale.ROOT)),
                row.getLong("revision"),
                row.getLong("complaints"),
                row.getLong("looked_at"),
                row.getUUID("reached"));
    }

    boolean applies() {
        return state == State.APPLYING;
    }

    /** Whether it has to begin first, or again because the law has changed meanwhile. */
    boolean mustBegin(long current) {
        return complaints == null || (!applies() && !Long.valueOf(current).equals(revision));
    }
}
