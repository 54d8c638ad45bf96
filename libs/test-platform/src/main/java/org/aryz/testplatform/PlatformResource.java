package org.aryz.testplatform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test a fresh database, the Kafka broker, a key file, and trust in {@link TestTokens} instead of a Keycloak. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        TestPostgres.Database database = TestPostgres.shared().newDatabase();
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                Map.entry("quarkus.datasource.reactive.url", database.reactiveUrl()),
                Map.entry("quarkus.datasource.username", database.user()),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("kafka.bootstrap.servers", TestKafka.shared().bootstrapServers()),
                Map.entry("aryz.key-file", TestKeyFile.shared().toString()),
                Map.entry("quarkus.oidc.auth-server-url", ""),
                Map.entry("quarkus.oidc.public-key", TestTokens.publicKey()));
    }

    @Override
    public void stop() {
        // The servers are shared by the JVM and end with it.
    }
}
