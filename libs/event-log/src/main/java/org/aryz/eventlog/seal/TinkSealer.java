package org.aryz.eventlog.seal;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.postgres.Unavailable;
import org.jspecify.annotations.Nullable;

/** Seals with AES-256-GCM and wraps the units' keys by Tink, under the newest key-encryption key of a ring. */
public final class TinkSealer implements Sealer {
    private static final String WRAPPED_KEYS =
            "select unit_id, wrapped_key from sealing.unit_key where unit_id = any($1)";

    private final KeySource source;
    private final Pool pool;
    private volatile KeyRing ring;

    private TinkSealer(KeySource source, Pool pool) {
        this.source = source;
        this.pool = pool;
        this.ring = source.read();
    }

    /**
     * @param pool of the database that holds the wrapped keys
     * @throws IllegalArgumentException if there is no key; the message says what to do
     * @throws java.io.UncheckedIOException if the keys can't be read; the message says what to do
     */
    public static TinkSealer with(KeySource source, Pool pool) {
        return new TinkSealer(source, pool);
    }

    /** Reads the keys again. Those known before still open: a neighbour may not have heard of the new ones. */
    void refresh() {
        ring = source.read().with(ring);
    }

    KeyRing ring() {
        return ring;
    }

    @Override
    public SealedUnit seal(String kind, byte[] plaintext) {
        var id = UuidV7.next();
        var key = Random.randBytes(KeyRing.KEY_BYTES);
        try {
            return new SealedUnit(
                    id,
                    kind,
                    new AesGcmJce(key).encrypt(plaintext, boundTo(id, kind)),
                    ring.wrap(key, boundTo(id, kind)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A unit of kind " + kind + " could not be sealed", e);
        }
    }

    @Override
    public Uni<Map<UUID, Opened>> open(Collection<SealedUnit> units) {
        if (units.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return wrappedKeys(units).map(keys -> {
            var opened = new HashMap<UUID, Opened>();
            units.forEach(unit -> opened.put(unit.id(), open(unit, keys.get(unit.id()))));
            return opened;
        });
    }

    @Override
    public byte[] keyedHash(byte[] bytes) {
        return ring.keyedHash(bytes);
    }

    private Uni<Map<UUID, byte[]>> wrappedKeys(Collection<SealedUnit> units) {
        var ids = units.stream().map(SealedUnit::id).toArray(UUID[]::new);
        return pool.preparedQuery(WRAPPED_KEYS)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .onFailure()
                .transform(Unavailable::orRefused)
                .map(rows -> {
                    var keys = new HashMap<UUID, byte[]>();
                    rows.forEach(
                            row -> keys.put(row.getUUID(0), row.getBuffer(1).getBytes()));
                    return keys;
                });
    }

    private Opened open(SealedUnit unit, byte @Nullable [] wrappedKey) {
        if (wrappedKey == null) {
            return new Opened.Erased();
        }
        var binding = boundTo(unit.id(), unit.kind());
        try {
            var key = ringFor(wrappedKey).unwrap(wrappedKey, binding);
            return new Opened.Plain(new AesGcmJce(key).decrypt(unit.ciphertext(), binding));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(unit.id(), e);
        }
    }

    /** A neighbour may wrap with a key that was added a moment ago. */
    private KeyRing ringFor(byte[] wrappedKey) {
        if (!ring.knows(wrappedKey)) {
            refresh();
        }
        return ring;
    }

    /** A ciphertext or key that is moved to another unit, or called another kind, does not open. */
    static byte[] boundTo(UUID id, String kind) {
        var kindBytes = kind.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + kindBytes.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(kindBytes)
                .array();
    }
}
