package org.aryz.testplatform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test a fresh database, the Kafka broker, a key file, and trust in {@link TestTokens} instead of a Keycloak. */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        TestPostgres.Roles roles = TestPostgres.shared().newServiceDatabase();
        TestPostgres.Database database = roles.database();
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                Map.entry("quarkus.datasource.reactive.url", database.reactiveUrl()),
                Map.entry("quarkus.datasource.username", roles.service()),
                Map.entry("quarkus.datasource.password", roles.password()),
                Map.entry("quarkus.flyway.username", roles.owner()),
                Map.entry("quarkus.flyway.password", roles.password()),
                Map.entry("kafka.bootstrap.servers", TestKafka.shared().bootstrapServers()),
                Map.entry("aryz.key-file", TestKeyFile.shared().toString()),
                Map.entry(
                        "aryz.checkpoint.key-file", TestKeyFile.ofCheckpoints().toString()),
                Map.entry("quarkus.oidc.auth-server-url", ""),
                Map.entry("quarkus.oidc.public-key", TestTokens.publicKey()));
    }

    @Override
    public void stop() {
        // The servers are shared by the JVM and end with it.
    }
}
