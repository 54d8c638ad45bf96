package org.aryz.eventlog.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.NewEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an event says, as it is stored and digested: neither its position nor when it was recorded, which exist only at the
 * commit. Also computed in SQL, by {@code event_log.content_digest}.
 *
 * @param sealed the stored JSON of the sealed units, ciphertext included; null if nothing is sealed
 * @param occurredAt whole microseconds, as PostgreSQL keeps them
 */
public record Content(
        UUID id,
        UUID stream,
        long version,
        String type,
        int schemaVersion,
        Instant occurredAt,
        String data,
        @Nullable String sealed,
        String metadata) {

    private static final byte[] TAG = "aryz-event-1\n".getBytes(UTF_8);
    private static final int FIELDS = 9;
    /** Bytes of the fields that have always the same length: two ids, the version, the time and the schema version. */
    private static final int FIXED = 6 * Long.BYTES + Integer.BYTES;

    public Content {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The content of an event that is about to be appended at a version of its stream. */
    public static Content of(Append append, long version, NewEvent event, @Nullable String sealed) {
        return new Content(
                event.id(),
                append.stream().value(),
                version,
                event.type(),
                event.schemaVersion(),
                event.occurredAt(),
                event.data(),
                sealed,
                append.metadata());
    }

    /** The digest of fields that are framed already: those of the record in order, each with its length in bytes before it. */
    public static byte[] digestOf(byte[] framed, int from) {
        var sha = Sha256.digest();
        sha.update(TAG);
        sha.update(framed, from, framed.length - from);
        return sha.digest();
    }

    /** SHA-256 over a tag and all fields in order, each with its length in bytes before it. */
    public byte[] digest() {
        return digestOf(framed(), 0);
    }

    /** The fields of the record in order, each with its length in bytes before it. */
    public byte[] framed() {
        var typeBytes = type.getBytes(UTF_8);
        var dataBytes = data.getBytes(UTF_8);
        var sealedBytes = sealed == null ? null : sealed.getBytes(UTF_8);
        var metadataBytes = metadata.getBytes(UTF_8);
        var framed = ByteBuffer.allocate(FIELDS * Integer.BYTES
                        + FIXED
                        + typeBytes.length
                        + dataBytes.length
                        + (sealedBytes == null ? 0 : sealedBytes.length)
                        + metadataBytes.length)
                .putInt(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(2 * Long.BYTES)
                .putLong(stream.getMostSignificantBits())
                .putLong(stream.getLeastSignificantBits())
                .putInt(Long.BYTES)
                .putLong(version);
        add(framed, typeBytes);
        framed.putInt(Integer.BYTES)
                .putInt(schemaVersion)
                .putInt(Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt));
        add(framed, dataBytes);
        add(framed, sealedBytes);
        add(framed, metadataBytes);
        return framed.array();
    }

    private static void add(ByteBuffer framed, byte @Nullable [] field) {
        framed.putInt(field == null ? -1 : field.length);
        if (field != null) {
            framed.put(field);
        }
    }
}
