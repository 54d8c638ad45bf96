package org.aryz.standalone;

import java.util.List;
import java.util.Map;

/** How a server is launched: its command line, and what its environment has beyond ours. */
public record Launch(List<String> command, Map<String, String> environment) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public Launch(List<String> command) {
        this(command, Map.of());
    }
}
