package org.aryz.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where the project lies, where the state of the stack is kept and which ports it uses. A port comes from the
 * environment, else from the last start of the same state, else it is the usual one: so {@code status} and {@code token}
 * find a stack that was started with other ports.
 */
public record Settings(Path project, Path home, Map<Port, Integer> ports) {

    private static final String PORTS = "ports.properties";

    public Settings {
        ports = Map.copyOf(ports);
    }

    /** The settings of this environment; {@code ARYZ_HOME} names the folder of the state. */
    public static Settings of(Path project, Map<String, String> environment) {
        var home =
                project.resolve(environment.getOrDefault("ARYZ_HOME", ".aryz")).normalize();
        var last = load(home.resolve(PORTS));
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            var set = environment.getOrDefault(port.setting(), last.getProperty(port.setting()));
            ports.put(port, set == null ? port.usual() : number(port.setting(), set));
        }
        return new Settings(project, home, ports);
    }

    public int port(Port port) {
        return ports.getOrDefault(port, port.usual());
    }

    /** An address on this machine, by the name that every part and the token issuer agree on. */
    public String url(Port port) {
        return "http://localhost:" + port(port);
    }

    /** What Maven built for the launcher. */
    public Path built() {
        return project.resolve("deploy/standalone/target");
    }

    /** Keeps the ports, so that later commands find the stack. */
    public void save() {
        var properties = new Properties();
        ports.forEach((port, number) -> properties.setProperty(port.setting(), Integer.toString(number)));
        try (var out = Files.newBufferedWriter(Files.createDirectories(home).resolve(PORTS))) {
            properties.store(out, "The ports of the last start");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private static int number(String setting, String value) {
        try {
            var number = Integer.parseInt(value.strip());
            if (number > 0 && number < 65536) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below, in the same words as for a number out of range
        }
        throw new StackFailure(setting + " is \"" + value + "\", which is not a port number");
    }
}
