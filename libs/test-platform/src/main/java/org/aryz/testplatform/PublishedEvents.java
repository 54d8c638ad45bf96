package org.aryz.testplatform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The types of public events, as the contracts on the class path have them: what a consumer of a topic must know. */
public final class PublishedEvents {

    private PublishedEvents() {}

    /** All types of a topic, in order of their names. */
    public static List<String> typesOn(String topic) {
        String folder = "/contracts/" + topic;
        try {
            URI found = Objects.requireNonNull(PublishedEvents.class.getResource(folder), folder)
                    .toURI();
            if (found.getScheme().equals("file")) {
                return names(Path.of(found));
            }
            try (var jar = FileSystems.newFileSystem(found, Map.of())) {
                return names(jar.getPath(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(folder, e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var types = Files.list(folder)) {
            return types.map(type -> type.getFileName().toString().replace("/", ""))
                    .sorted()
                    .toList();
        }
    }
}
