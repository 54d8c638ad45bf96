package org.aryz.testplatform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;

/** Access tokens as Keycloak's realm of Aryz gives them, signed with a key pair of this JVM. */
public final class TestTokens {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private TestTokens() {}

    /** A token, valid for an hour, of somebody with these roles in that organisation; the subject follows from both. */
    public static String of(String organisation, String... roles) {
        String subject = UUID.nameUUIDFromBytes((organisation + Arrays.toString(roles)).getBytes(UTF_8))
                .toString();
        return of(subject, organisation, Duration.ofHours(1), roles);
    }

    /** A token that expires after the given time; with a negative one it has expired already. */
    public static String of(String subject, String organisation, Duration validFor, String... roles) {
        Instant now = Instant.now();
        Instant issued = validFor.isNegative() ? now.plus(validFor).minusSeconds(60) : now;
        String claims =
                """
                {"iss":"https://aryz.test/realms/aryz","typ":"Bearer","jti":"%s","sub":"%s","organisation":"%s",\
                "iat":%d,"exp":%d,"realm_access":{"roles":[%s]}}"""
                        .formatted(
                                UUID.randomUUID(),
                                subject,
                                organisation,
                                issued.getEpochSecond(),
                                now.plus(validFor).getEpochSecond(),
                                Arrays.stream(roles)
                                        .map(role -> '"' + role + '"')
                                        .collect(Collectors.joining(",")));
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
        return signed + "." + sign(signed);
    }

    /** The key that verifies the tokens, as {@code quarkus.oidc.public-key} takes it. */
    public static String publicKey() {
        return keys()[1];
    }

    private static String encode(String json) {
        return URL.encodeToString(json.getBytes(UTF_8));
    }

    private static String sign(String text) {
        try {
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(keys()[0])));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] keys() {
        return Setting.sharedByTheJvm("aryz.test.token.keys", TestTokens::newKeys)
                .split(" ", -1);
    }

    private static String newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Base64.Encoder encoder = Base64.getEncoder();
            return encoder.encodeToString(pair.getPrivate().getEncoded()) + " "
                    + encoder.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
