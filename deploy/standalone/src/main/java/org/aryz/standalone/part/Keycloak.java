package org.aryz.standalone.part;

import static org.aryz.standalone.Port.KEYCLOAK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.aryz.standalone.Http;
import org.aryz.standalone.Launch;
import org.aryz.standalone.Part;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;

/** Keycloak with the realm of the project. A realm file that changed since the last start replaces the realm. */
final class Keycloak implements Part {

    private static final int HEAP = 384;

    private final Settings settings;
    private final Programs programs;
    private final Path data;
    private final Path realm;

    Keycloak(Settings settings, Programs programs) {
        this.settings = settings;
        this.programs = programs;
        this.data = settings.home().resolve("data/keycloak");
        this.realm = settings.project().resolve("deploy/keycloak/aryz-realm.json");
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Set<Port> ports() {
        return Set.of(KEYCLOAK);
    }

    @Override
    public String address() {
        return settings.url(KEYCLOAK);
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data);
        var built = folder().resolve("built");
        if (!Files.exists(built)) {
            Run.toEnd(keycloak(
                    new Java(HEAP).startingFast(),
                    "build",
                    "--db=dev-file",
                    "--health-enabled=false",
                    "--metrics-enabled=false"));
            Files.createFile(built);
        }
    }

    @Override
    public Launch launch() throws IOException {
        var java = new Java(HEAP).startingFast().archivingClasses(settings.home(), name());
        if (!hashOfRealm().equals(importedRealm())) {
            java.with(
                    "-Dkeycloak.migration.action=import",
                    "-Dkeycloak.migration.provider=singleFile",
                    "-Dkeycloak.migration.file=" + realm,
                    "-Dkeycloak.migration.strategy=OVERWRITE_EXISTING");
        }
        return new Launch(keycloak(
                java,
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=localhost",
                "--http-port=" + settings.port(KEYCLOAK),
                "--hostname=" + address(),
                "--cache=local",
                "--db-url=jdbc:h2:file:" + data.resolve("database") + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE"));
    }

    @Override
    public boolean isReady() {
        return Http.isOk(address() + "/realms/aryz/.well-known/openid-configuration");
    }

    @Override
    public void setUp() throws IOException {
        Files.writeString(imported(), hashOfRealm());
    }

    private List<String> keycloak(Java java, String... arguments) throws IOException {
        var home = folder();
        return java.with(
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dpicocli.disable.closures=true",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .main(
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        arguments);
    }

    /** The one folder inside the archive. */
    private Path folder() throws IOException {
        try (var inside = Files.newDirectoryStream(programs.unzipped("keycloak-quarkus-dist"), "keycloak-*")) {
            return inside.iterator().next();
        }
    }

    private Path imported() {
        return data.resolve("realm.sha256");
    }

    private String importedRealm() throws IOException {
        return Files.exists(imported()) ? Files.readString(imported()) : "";
    }

    private String hashOfRealm() throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(realm)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
