package org.aryz.eventlog.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Rows for one table in the binary form of COPY: of each row a count, then each field with its length in bytes before it. */
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int NO_FLAGS = 0;
    private static final int NO_EXTENSION = 0;
    private static final short END = -1;

    private final String sql;
    private final short fields;
    private final Buffer rows = Buffer.buffer(SIGNATURE).appendInt(NO_FLAGS).appendInt(NO_EXTENSION);
    private boolean empty = true;

    /** @param columns in the order in which fields will be put */
    CopyRows(String table, String... columns) {
        sql = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
        fields = (short) columns.length;
    }

    CopyRows row() {
        empty = false;
        rows.appendShort(fields);
        return this;
    }

    CopyRows put(long number) {
        rows.appendInt(Long.BYTES).appendLong(number);
        return this;
    }

    CopyRows put(byte[] bytes) {
        rows.appendInt(bytes.length).appendBytes(bytes);
        return this;
    }

    CopyRows put(String text) {
        return put(text.getBytes(UTF_8));
    }

    /** Fields in a row that have their lengths before them already. */
    CopyRows putFramed(byte[] framed) {
        rows.appendBytes(framed);
        return this;
    }

    /** Sends all rows, if there is one. */
    void copyTo(Connection connection) throws SQLException {
        if (empty) {
            return;
        }
        rows.appendShort(END);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(rows.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
