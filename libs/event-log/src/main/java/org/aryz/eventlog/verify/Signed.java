package org.aryz.eventlog.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.aryz.eventlog.chain.Checkpoint;
import org.aryz.eventlog.chain.NoteKey;
import org.jspecify.annotations.Nullable;

/** The checkpoints of the store and those that a witness kept, by size. Those of the witness are all in memory. */
final class Signed {
    private static final String STORED = "select note from event_log.checkpoint order by size";

    private final NoteKey key;
    private final Deque<Checkpoint> kept = new ArrayDeque<>();
    private final ResultSet rows;
    private @Nullable Checkpoint stored;

    Signed(Connection connection, NoteKey key, List<String> notes) throws SQLException {
        this.key = key;
        notes.stream()
                .map(this::open)
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .forEach(kept::add);
        var statement = connection.createStatement();
        statement.setFetchSize(1_000);
        rows = statement.executeQuery(STORED);
        advance();
    }

    /** The checkpoint of the smallest size that was not taken yet; null after the last. */
    @Nullable
    Checkpoint peek() {
        return isOfWitness() ? kept.peek() : stored;
    }

    private boolean isOfWitness() {
        var ofWitness = kept.peek();
        return ofWitness != null && (stored == null || ofWitness.size() < stored.size());
    }

    void take() throws SQLException {
        if (isOfWitness()) {
            kept.remove();
        } else {
            advance();
        }
    }

    private void advance() throws SQLException {
        stored = rows.next() ? open(rows.getString(1)) : null;
    }

    /** A store that is restored from a backup goes on under another name with the same key. */
    private Checkpoint open(String note) {
        return key.named(note.lines().findFirst().orElse("")).open(note);
    }
}
