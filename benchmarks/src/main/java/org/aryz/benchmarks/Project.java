package org.aryz.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Where the files of the project are, whether a run begins at its root or, as a test does, in a module. */
public final class Project {
    private Project() {}

    public static Path file(String name) {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("aryz"))) {
            root = Objects.requireNonNull(root.getParent(), "not inside of the project");
        }
        return root.resolve(name);
    }
}
