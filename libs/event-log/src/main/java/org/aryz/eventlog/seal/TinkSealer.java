package org.aryz.eventlog.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import com.google.crypto.tink.util.SecretBytes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.postgres.Unavailable;
import org.jspecify.annotations.Nullable;

/** Seals with AES-256-GCM and wraps the units' keys by Tink, under a key-encryption key that comes from a file. */
public final class TinkSealer implements Sealer {
    private static final String WRAPPED_KEYS =
            "select unit_id, wrapped_key from sealing.unit_key where unit_id = any($1)";
    private static final String HMAC = "HmacSHA256";

    private final Pool pool;
    private final Aead keyEncryption;
    private final SecretKeySpec hashKey;

    private TinkSealer(Pool pool, byte[] keyEncryptionKey) throws GeneralSecurityException {
        this.pool = pool;
        this.keyEncryption = keyEncryption(keyEncryptionKey);
        this.hashKey = new SecretKeySpec(derived(keyEncryptionKey, "aryz keyed hash"), HMAC);
    }

    /**
     * @param pool of the database that holds the wrapped keys
     * @throws IllegalArgumentException if the file holds no key; the message says what to do
     * @throws java.io.UncheckedIOException if it can't be read; the message says what to do
     */
    public static TinkSealer withKeyFile(Path file, Pool pool) {
        var key = KeyFile.read(file);
        try {
            return new TinkSealer(pool, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks AES-GCM or HMAC-SHA-256", e);
        }
    }

    @Override
    public SealedUnit seal(String kind, byte[] plaintext) {
        var id = UuidV7.next();
        var key = Random.randBytes(KeyFile.KEY_BYTES);
        try {
            return new SealedUnit(
                    id,
                    kind,
                    new AesGcmJce(key).encrypt(plaintext, boundTo(id, kind)),
                    keyEncryption.encrypt(key, boundTo(id, kind)));
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
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(hashKey);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA-256", e);
        }
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
            var key = keyEncryption.decrypt(wrappedKey, binding);
            return new Opened.Plain(new AesGcmJce(key).decrypt(unit.ciphertext(), binding));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(unit.id(), e);
        }
    }

    /** A ciphertext or key that is moved to another unit, or called another kind, does not open. */
    private static byte[] boundTo(UUID id, String kind) {
        var kindBytes = kind.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + kindBytes.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(kindBytes)
                .array();
    }

    /** Wrapped keys begin with an id of the key that wrapped them, so that several can live side by side in a rotation. */
    @AccessesPartialKey
    private static Aead keyEncryption(byte[] key) throws GeneralSecurityException {
        AeadConfig.register();
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KeyFile.KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        var keyId = ByteBuffer.wrap(derived(key, "aryz key id")).getInt();
        var aesGcm = AesGcmKey.builder()
                .setParameters(parameters)
                .setIdRequirement(keyId)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(aesGcm).makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static byte[] derived(byte[] key, String purpose) throws GeneralSecurityException {
        return Hkdf.computeHkdf(HMAC, key, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), KeyFile.KEY_BYTES);
    }
}
