package org.aryz.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/** Whole folders: copied, deleted. */
public final class Trees {

    private Trees() {}

    /** Makes {@code to} the same as {@code from}, keeping nothing that was there. */
    public static void copy(Path from, Path to) throws IOException {
        delete(to);
        Files.createDirectories(to.toAbsolutePath().getParent());
        for (var path : all(from)) {
            Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (var path :
                    all(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> all(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
