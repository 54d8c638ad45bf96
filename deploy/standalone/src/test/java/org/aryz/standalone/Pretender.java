package org.aryz.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A part that is only a shell script: ready once it has made its file. */
record Pretender(String name, Path folder, String script, Set<Port> ports, Set<String> needs) implements Part {

    static Pretender that(String name, Path folder, String script) {
        return new Pretender(name, folder, script, Set.of(), Set.of());
    }

    Pretender needing(String other) {
        return new Pretender(name, folder, script, ports, Set.of(other));
    }

    Pretender listeningOn(Port port) {
        return new Pretender(name, folder, script, Set.of(port), needs);
    }

    @Override
    public String address() {
        return "nowhere";
    }

    @Override
    public void prepare() {}

    @Override
    public Launch launch() {
        return new Launch(List.of("/bin/sh", "-c", "cd " + folder + "; " + script));
    }

    @Override
    public boolean isReady() {
        return Files.exists(folder.resolve(name + ".ready"));
    }
}
