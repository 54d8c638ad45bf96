package org.aryz.eventlog.verify;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The rows of all events in the order of position, as they stream in: some at a time, never more than a few megabytes. */
final class EventCopy {
    private static final int MOST_ROWS = 2_048;
    private static final int ENOUGH_BYTES = 1 << 20;

    /** Signature, flags and the length of an empty extension. */
    private static final int HEADER = 19;

    private static final short TRAILER = -1;

    private final CopyOut copy;
    private boolean begun;
    private boolean ended;

    EventCopy(Connection connection) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(StoredEvent.COPY);
    }

    /** The next rows; none after the last. */
    List<ByteBuffer> next() throws SQLException {
        var rows = new ArrayList<ByteBuffer>(MOST_ROWS);
        var bytes = 0;
        while (!ended && rows.size() < MOST_ROWS && bytes < ENOUGH_BYTES) {
            var row = row();
            if (row == null) {
                ended = true;
            } else {
                rows.add(row);
                bytes += row.remaining();
            }
        }
        return rows;
    }

    private @Nullable ByteBuffer row() throws SQLException {
        var message = copy.readFromCopy();
        if (message == null) {
            return null;
        }
        var row = ByteBuffer.wrap(message);
        if (!begun) {
            begun = true;
            row.position(HEADER);
        }
        return row.hasRemaining() && row.getShort(row.position()) != TRAILER ? row : row();
    }

    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
