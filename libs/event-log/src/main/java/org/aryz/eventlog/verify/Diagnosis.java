package org.aryz.eventlog.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.aryz.eventlog.chain.Leaf;
import org.aryz.eventlog.verify.SealedLeaves.Sealed;
import org.jspecify.annotations.Nullable;

/** Finds out what became of the event that was sealed in a place, by looking through the whole store once more. */
final class Diagnosis {
    private static final String SEALED_AT =
            "select (extract(epoch from recorded_at[?]) * 1000000)::bigint from event_log.leaf_run where tile = ?";
    private static final String EVENTS =
            "select position, event_id, stream_id, version, hash from event_log.event order by position";

    private final Connection connection;

    Diagnosis(Connection connection) {
        this.connection = connection;
    }

    private record Found(long position, UUID id, UUID stream, long version) {}

    /** An event lies in a place, and its leaf is not the one that was sealed there. */
    Finding ofOther(StoredEvent event, Sealed sealed) throws SQLException {
        var time = sealedTime(sealed);
        if (isSealed(sealed, time, event.hash())) {
            return Finding.of(Fault.FORGED_TIME, event, "the time of its recording is not the one that was sealed");
        }
        var original = find(sealed, time);
        if (original != null) {
            return Finding.of(
                    Fault.SWAPPED,
                    event,
                    "here was event %s, which now lies at position %d".formatted(original.id, original.position));
        }
        var extent = event.isFirst()
                ? "the whole stream is not the one that was sealed"
                : "its stream was rewritten from this version on";
        return Finding.of(
                Fault.REPLACED, event, "another event was sealed here and is nowhere in the store; " + extent);
    }

    /** No event lies where one was sealed. */
    Finding ofMissing(Sealed sealed) throws SQLException {
        var original = find(sealed, sealedTime(sealed));
        return original == null
                ? new Finding(
                        Fault.DELETED,
                        sealed.position(),
                        "the event at position " + sealed.position() + " (leaf " + sealed.index() + ") is gone")
                : moved(original, sealed.position());
    }

    /** An event lies where none was sealed, before the next that was. */
    Finding ofUnknown(StoredEvent event) throws SQLException {
        var leaves = new SealedLeaves(connection);
        for (var leaf = leaves.next(); leaf != null; leaf = leaves.next()) {
            if (isSealed(leaf, event.recordedAt(), event.hash())) {
                return moved(new Found(event.position(), event.id(), event.stream(), event.version()), leaf.position());
            }
        }
        return Finding.of(Fault.INSERTED, event, "it lies among the sealed events and was not sealed with them");
    }

    private static Finding moved(Found event, long from) {
        return new Finding(
                Fault.FORGED_POSITION,
                Math.min(from, event.position),
                "event %s (version %d of stream %s) lies at position %d and was sealed at position %d"
                        .formatted(event.id, event.version, event.stream, event.position, from));
    }

    private @Nullable Found find(Sealed sealed, long time) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(10_000);
            var rows = statement.executeQuery(EVENTS);
            while (rows.next()) {
                if (isSealed(sealed, time, rows.getBytes(5))) {
                    return new Found(
                            rows.getLong(1),
                            rows.getObject(2, UUID.class),
                            rows.getObject(3, UUID.class),
                            rows.getLong(4));
                }
            }
            return null;
        }
    }

    private static boolean isSealed(Sealed sealed, long time, byte[] hash) {
        return hash.length == 32 && Arrays.equals(Leaf.hash(sealed.position(), time, hash), sealed.hash());
    }

    private long sealedTime(Sealed sealed) throws SQLException {
        try (var statement = connection.prepareStatement(SEALED_AT)) {
            statement.setInt(1, (int) (sealed.index() % 256) + 1);
            statement.setLong(2, sealed.index() / 256);
            var rows = statement.executeQuery();
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
