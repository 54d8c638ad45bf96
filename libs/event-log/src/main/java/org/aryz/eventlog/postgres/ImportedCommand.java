package org.aryz.eventlog.postgres;

import java.nio.ByteBuffer;
import java.util.List;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.chain.Chain;
import org.aryz.eventlog.chain.Content;

/** A command of an import, its events framed and digested: what can be done before the lock is done. */
record ImportedCommand(Append append, List<Framed> events) {

    /** PostgreSQL counts microseconds from 2000. */
    static final long MICROS_TO_2000 = 946_684_800_000_000L;

    /** The fields of the content in order, as {@code COPY} takes them, and their digest. */
    record Framed(byte[] fields, byte[] digest) {
        /** Two ids, a version, and the length of the type come before the type. */
        private static final int TYPE_LENGTH = 3 * Integer.BYTES + 5 * Long.BYTES;

        static Framed of(Content content) {
            var fields = ByteBuffer.wrap(content.framed());
            var digest = Content.digestOf(fields.array(), 0);
            var occurredAt = TYPE_LENGTH + fields.getInt(TYPE_LENGTH) + 4 * Integer.BYTES;
            fields.putLong(occurredAt, fields.getLong(occurredAt) - MICROS_TO_2000);
            return new Framed(fields.array(), digest);
        }
    }

    static ImportedCommand of(Append append) {
        return new ImportedCommand(
                append, EncodedEvent.contentsOf(append).stream().map(Framed::of).toList());
    }

    static CopyRows eventRows() {
        return new CopyRows(
                "event_log.event",
                "event_id",
                "stream_id",
                "version",
                "type",
                "schema_version",
                "occurred_at",
                "data",
                "sealed",
                "metadata",
                "recorded_at",
                "hash");
    }

    /** @param recorded microseconds since 1970 */
    void addEvents(CopyRows rows, byte[] head, long recorded) {
        var hash = head;
        for (var event : events) {
            hash = Chain.link(hash, event.digest());
            rows.row().putFramed(event.fields()).put(recorded - MICROS_TO_2000).put(hash);
        }
    }

    static CopyRows unitKeyRows() {
        return new CopyRows("sealing.unit_key", "unit_id", "kind", "wrapped_key", "created_at");
    }

    void addUnitKeys(CopyRows rows, long recorded) {
        for (var event : append.events()) {
            for (var unit : event.sealed()) {
                var id = ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(unit.id().getMostSignificantBits())
                        .putLong(unit.id().getLeastSignificantBits());
                rows.row()
                        .put(id.array())
                        .put(unit.kind())
                        .put(unit.wrappedKey())
                        .put(recorded - MICROS_TO_2000);
            }
        }
    }

    static CopyRows idempotencyKeyRows() {
        return new CopyRows("event_log.idempotency_key", "scope", "key", "request_hash", "answer");
    }

    void addIdempotencyKey(CopyRows rows) {
        var once = append.idempotency();
        if (once != null) {
            rows.row().put(once.scope()).put(once.key()).put(once.requestHash()).put(once.answer());
        }
    }
}
