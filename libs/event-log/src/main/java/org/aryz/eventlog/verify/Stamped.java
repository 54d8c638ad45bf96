package org.aryz.eventlog.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.aryz.eventlog.chain.Checkpoint;
import org.aryz.eventlog.chain.TimeStamp;

/** The time stamps of the store by size of the checkpoint they are over. */
final class Stamped {
    private static final String STORED = "select size, token from event_log.time_stamp order by size";

    private final ResultSet rows;
    private boolean atEnd;
    private long found;

    Stamped(Connection connection) throws SQLException {
        var statement = connection.createStatement();
        statement.setFetchSize(100);
        rows = statement.executeQuery(STORED);
        advance();
    }

    /** How many were found to hold. */
    long found() {
        return found;
    }

    /** Whether each stamp up to the size of a checkpoint, which was computed from the events, is over that very checkpoint. */
    boolean holdFor(Checkpoint computed) throws SQLException {
        while (!atEnd && rows.getLong(1) <= computed.size()) {
            if (rows.getLong(1) < computed.size() || !isOver(computed)) {
                return false;
            }
            found++;
            advance();
        }
        return true;
    }

    private boolean isOver(Checkpoint computed) throws SQLException {
        try {
            return TimeStamp.parse(rows.getBytes(2)).isOver(computed);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void advance() throws SQLException {
        atEnd = !rows.next();
    }
}
