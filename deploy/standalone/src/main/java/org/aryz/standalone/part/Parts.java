package org.aryz.standalone.part;

import static org.aryz.standalone.Port.KAFKA;
import static org.aryz.standalone.Port.KEYCLOAK;
import static org.aryz.standalone.Port.POSTGRESQL;
import static org.aryz.standalone.Port.SMTP;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aryz.standalone.Part;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;
import org.aryz.standalone.SimulatedTime;

/** All parts of the stack. What a service is told in its environment is written here and nowhere else. */
public final class Parts {

    /** The services, each with a database, a role and a port of the same name. */
    public static final List<String> SERVICES = List.of("intake", "referral", "deadline", "notification");

    /** Where trial alerts go: nobody reads it, and a letter that fails to come is missed. */
    public static final String CANARY_MAILBOX = "canary@coalition.example";

    private final Settings settings;
    private final Secrets secrets;

    private Parts(Settings settings) {
        this.settings = settings;
        this.secrets = new Secrets(settings.home());
    }

    public static List<Part> of(Settings settings) {
        return new Parts(settings).all();
    }

    /** The key-encryption keys of the stack, and what they wrap. */
    public static StackKeys keysOf(Settings settings) {
        return new StackKeys(settings, new Secrets(settings.home()));
    }

    private List<Part> all() {
        var programs = new Programs(
                settings.built().resolve("programs"), settings.home().resolve("programs"));
        var parts = new ArrayList<Part>(List.of(
                new Postgres(settings, programs, secrets),
                new Kafka(settings),
                new Keycloak(settings, programs),
                new Mail(settings, programs)));
        SERVICES.forEach(name ->
                parts.add(new Service(name, settings, Port.valueOf(name.toUpperCase(Locale.ROOT)), environment(name))));
        return List.copyOf(parts);
    }

    private Map<String, String> environment(String service) {
        var environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + settings.port(KAFKA),
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                settings.url(KEYCLOAK) + "/realms/aryz"));
        environment.putAll(database(service));
        environment.putAll(keys(service));
        environment.putAll(time());
        environment.putAll(only(service));
        return environment;
    }

    /** What no other service is told. */
    private Map<String, String> only(String service) {
        return switch (service) {
            case "deadline" ->
                Map.of(
                        "ARYZ_LAW_DEMO_SIGN_OFFS",
                        "true",
                        "ARYZ_HORIZON_DIRECTORY",
                        settings.home().resolve("horizon").toString());
            case "notification" ->
                Map.of(
                        "QUARKUS_MAILER_HOST",
                        "localhost",
                        "QUARKUS_MAILER_PORT",
                        Integer.toString(settings.port(SMTP)),
                        "ARYZ_RECIPIENTS_FILE",
                        recipients().toString(),
                        "ARYZ_CANARY_MAILBOX",
                        CANARY_MAILBOX);
            default -> Map.of();
        };
    }

    private Map<String, String> database(String service) {
        var url = "postgresql://localhost:" + settings.port(POSTGRESQL) + "/" + service;
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:" + url,
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                url,
                "QUARKUS_DATASOURCE_USERNAME",
                service,
                "QUARKUS_DATASOURCE_PASSWORD",
                secrets.databasePassword(),
                "QUARKUS_FLYWAY_USERNAME",
                Postgres.ownerOf(service),
                "QUARKUS_FLYWAY_PASSWORD",
                secrets.databasePassword());
    }

    /** In a simulation one looks often for what is due: somebody watches. The profile of production alone would refuse to start. */
    private Map<String, String> time() {
        return SimulatedTime.of(settings).isOn()
                ? Map.of(
                        "QUARKUS_PROFILE",
                        "prod,simulation",
                        "ARYZ_SIMULATED_TIME",
                        "true",
                        "ARYZ_LOOK_EVERY",
                        "PT0.05S")
                : Map.of();
    }

    private Map<String, String> keys(String service) {
        return Map.of(
                "ARYZ_KEY_FILE", secrets.keyFile().toString(),
                "ARYZ_CHECKPOINT_KEY_FILE", secrets.checkpointKeyFile(service).toString(),
                "ARYZ_CHECKPOINT_DIRECTORY",
                        settings.home().resolve("data/checkpoints").toString());
    }

    /** Invented people who are told of alerts. */
    private Path recipients() {
        return settings.project().resolve("deploy/standalone/demo-recipients.json");
    }
}
