package org.aryz.eventlog.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Key-encryption keys that live side by side: the newest wraps, all unwrap. What is wrapped begins with the id of the
 * key that wrapped it.
 */
public final class KeyRing {
    static final int KEY_BYTES = 32;

    /** Tink's mark of a key id, and the id. */
    static final int PREFIX_BYTES = 5;

    static final String REMEDY = ". It must hold a line for each key, the base64 of 32 random bytes, the newest last;"
            + " make one with `openssl rand -base64 32`, and keep a copy: without it, what was sealed is lost";

    private static final String HMAC = "HmacSHA256";
    private static final String HASH_WORD = "hash";
    private static final byte TINK = 1;

    private final SequencedMap<Integer, byte[]> keys;
    private final byte[] hashKey;
    private final Aead aead;

    private KeyRing(SequencedMap<Integer, byte[]> keys, byte[] hashKey) {
        this.keys = keys;
        this.hashKey = hashKey;
        try {
            this.aead = aead(keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks AES-GCM", e);
        }
    }

    /**
     * Reads keys from words separated by white space: each the base64 of 32 bytes. The word {@code hash} makes the next
     * one the key by which requests are recognised; without it that key is derived from the oldest. Lines that begin
     * with {@code #} say nothing.
     *
     * @param origin what to call it in a refusal, which never quotes what was read
     */
    static KeyRing parse(String text, String origin) {
        var words = text.lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        var hash = words.indexOf(HASH_WORD);
        byte @Nullable [] hashKey = null;
        if (hash >= 0 && hash + 1 < words.size()) {
            hashKey = key(words.remove(hash + 1), origin);
            words.remove(hash);
        }
        if (words.isEmpty()) {
            throw noKey(origin);
        }
        return of(words.stream().map(word -> key(word, origin)).toList(), hashKey);
    }

    private static KeyRing of(List<byte[]> oldestFirst, byte @Nullable [] hashKey) {
        var keys = new LinkedHashMap<Integer, byte[]>();
        oldestFirst.forEach(
                key -> keys.put(ByteBuffer.wrap(derived(key, "aryz key id")).getInt(), key));
        return new KeyRing(keys, hashKey != null ? hashKey : derived(oldestFirst.getFirst(), "aryz keyed hash"));
    }

    /** These keys, and behind them those of an earlier ring: what a neighbour still wraps with them opens here. */
    KeyRing with(KeyRing earlier) {
        var all = new LinkedHashMap<>(earlier.keys);
        keys.forEach((id, key) -> {
            all.remove(id);
            all.put(id, key);
        });
        return new KeyRing(all, hashKey);
    }

    boolean knows(byte[] wrapped) {
        return wrapped.length > PREFIX_BYTES
                && keys.containsKey(ByteBuffer.wrap(wrapped, 1, Integer.BYTES).getInt());
    }

    /** Whether there is but one key, so that nothing can be wrapped by an older one. */
    public boolean isSingle() {
        return keys.size() == 1;
    }

    boolean isSameAs(KeyRing other) {
        return List.copyOf(keys.keySet()).equals(List.copyOf(other.keys.keySet()));
    }

    /** How everything begins that the newest key wraps. */
    byte[] newestPrefix() {
        return ByteBuffer.allocate(PREFIX_BYTES)
                .put(TINK)
                .putInt(keys.lastEntry().getKey())
                .array();
    }

    /** The newest key's id: derived one way, it tells nothing of the key. */
    public String newestId() {
        return "%08x".formatted(keys.lastEntry().getKey());
    }

    byte[] wrap(byte[] key, byte[] binding) throws GeneralSecurityException {
        return aead.encrypt(key, binding);
    }

    byte[] unwrap(byte[] wrapped, byte[] binding) throws GeneralSecurityException {
        return aead.decrypt(wrapped, binding);
    }

    byte[] keyedHash(byte[] bytes) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(hashKey, HMAC));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA-256", e);
        }
    }

    /** The lines that are left when the older keys are no longer needed: requests are recognised as before. */
    String retired() {
        return HASH_WORD + " " + base64(hashKey) + "\n"
                + base64(keys.lastEntry().getValue()) + "\n";
    }

    @AccessesPartialKey
    private static Aead aead(SequencedMap<Integer, byte[]> keys) throws GeneralSecurityException {
        AeadConfig.register();
        var parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        var keyset = KeysetHandle.newBuilder();
        for (Map.Entry<Integer, byte[]> entry : keys.entrySet()) {
            var aesGcm = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setIdRequirement(entry.getKey())
                    .setKeyBytes(SecretBytes.copyFrom(entry.getValue(), InsecureSecretKeyAccess.get()))
                    .build();
            var added = KeysetHandle.importKey(aesGcm);
            keyset.addEntry(entry.equals(keys.lastEntry()) ? added.makePrimary() : added);
        }
        return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static byte[] key(String word, String origin) {
        try {
            var key = Base64.getDecoder().decode(word);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // refused below, in the same words as a key of a wrong length
        }
        throw noKey(origin);
    }

    private static IllegalArgumentException noKey(String origin) {
        return new IllegalArgumentException(origin + " holds no key" + REMEDY);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] derived(byte[] key, String purpose) {
        try {
            return Hkdf.computeHkdf(HMAC, key, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA-256", e);
        }
    }
}
