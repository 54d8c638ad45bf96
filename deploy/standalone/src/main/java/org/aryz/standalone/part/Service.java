package org.aryz.standalone.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.aryz.standalone.Http;
import org.aryz.standalone.Launch;
import org.aryz.standalone.Part;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;
import org.aryz.standalone.StackFailure;
import org.aryz.standalone.Trees;

/** One of our services, as the jar that ships, configured by its environment alone. */
final class Service implements Part {

    private static final int HEAP = 256;

    private final String name;
    private final Settings settings;
    private final Port port;
    private final Map<String, String> environment;

    Service(String name, Settings settings, Port port, Map<String, String> environment) {
        this.name = name;
        this.settings = settings;
        this.port = port;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Port> ports() {
        return Set.of(port);
    }

    @Override
    public String address() {
        return settings.url(port);
    }

    /** Keycloak is not waited for: a service fetches the keys of the token issuer when the first token comes. */
    @Override
    public Set<String> needs() {
        return Set.of("postgresql", "kafka");
    }

    /** Runs a copy, so that a build beside the running stack does not change the jars under its feet. */
    @Override
    public void prepare() throws IOException {
        var built = settings.project().resolve(name + "-service/target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new StackFailure("The " + name + " service is not built; run ./mvnw package first");
        }
        Trees.copy(built, application());
    }

    @Override
    public Launch launch() throws IOException {
        var all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(settings.port(port)));
        all.put("QUARKUS_HTTP_HOST", "localhost");
        var line = new Java(HEAP)
                .archivingClasses(settings.home(), name)
                .jar(application().resolve("quarkus-run.jar"));
        return new Launch(line, all);
    }

    @Override
    public boolean isReady() {
        return Http.isOk(address() + "/q/health/ready");
    }

    private Path application() {
        return settings.home().resolve("applications").resolve(name);
    }
}
