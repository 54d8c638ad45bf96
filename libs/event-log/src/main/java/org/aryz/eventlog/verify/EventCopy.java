package org.aryz.eventlog.verify;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** All events in the order of position, as they stream in: one row is in memory at a time. */
final class EventCopy {
    /** Signature, flags and the length of an empty extension. */
    private static final int HEADER = 19;

    private static final short TRAILER = -1;

    private final CopyOut copy;
    private boolean begun;

    EventCopy(Connection connection) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(StoredEvent.COPY);
    }

    /** The next event; null after the last. */
    @Nullable
    StoredEvent next() throws SQLException {
        var message = copy.readFromCopy();
        if (message == null) {
            return null;
        }
        var row = ByteBuffer.wrap(message);
        if (!begun) {
            begun = true;
            row.position(HEADER);
        }
        if (!row.hasRemaining()) {
            return next();
        }
        return row.getShort(row.position()) == TRAILER ? next() : StoredEvent.parse(row);
    }

    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
