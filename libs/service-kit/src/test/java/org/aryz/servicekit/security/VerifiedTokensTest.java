package org.aryz.servicekit.security;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final SecurityIdentity SOMEONE =
            QuarkusSecurityIdentity.builder().setAnonymous(true).build();
    private static final Instant START = Instant.ofEpochSecond(1_000_000);

    private Instant now = START;
    private final VerifiedTokens tokens = new VerifiedTokens(() -> now);

    @Test
    void aTokenIsKnownUntilItExpires() {
        tokens.keep("token", SOMEONE, START.plusSeconds(10).getEpochSecond());

        now = START.plusSeconds(9);
        assertSame(SOMEONE, tokens.find("token"));
        now = START.plusSeconds(10);
        assertNull(tokens.find("token"));
    }

    @Test
    void aLongLivedTokenIsVerifiedAgainAfterAMinute() {
        tokens.keep("token", SOMEONE, START.plusSeconds(3600).getEpochSecond());

        now = START.plusSeconds(60);
        assertNull(tokens.find("token"));
    }

    @Test
    void anotherTokenIsNotKnown() {
        tokens.keep("token", SOMEONE, START.plusSeconds(10).getEpochSecond());

        assertNull(tokens.find("tokem"));
    }

    @Test
    void manyTokensPushOutTheOldestOnes() {
        long expiry = START.plusSeconds(50).getEpochSecond();
        tokens.keep("first", SOMEONE, expiry);
        for (int i = 0; i < 20_000; i++) {
            tokens.keep("token " + i, SOMEONE, expiry);
        }

        assertNull(tokens.find("first"));
        assertNotNull(tokens.find("token 19999"));
    }
}
