package org.aryz.servicekit.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.identity.SecurityIdentity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was verified, by their SHA-256, never longer than they are valid and never longer than a minute, so that a
 * withdrawn signing key is noticed. Bounded: when one generation is full, the one before it is dropped.
 */
final class VerifiedTokens {

    private static final int GENERATION = 10_000;
    private static final long LONGEST_SECONDS = 60;

    private final InstantSource clock;
    private volatile Map<String, Entry> young = new ConcurrentHashMap<>();
    private volatile Map<String, Entry> old = Map.of();

    VerifiedTokens() {
        this(InstantSource.system());
    }

    VerifiedTokens(InstantSource clock) {
        this.clock = clock;
    }

    @Nullable
    SecurityIdentity find(String token) {
        String key = digest(token);
        Entry entry = young.get(key);
        if (entry == null) {
            entry = old.get(key);
        }
        return entry == null || now() >= entry.until ? null : entry.identity;
    }

    void keep(String token, SecurityIdentity identity, long expiresAt) {
        if (young.size() >= GENERATION) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(digest(token), new Entry(identity, Math.min(expiresAt, now() + LONGEST_SECONDS)));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Entry(SecurityIdentity identity, long until) {}
}
