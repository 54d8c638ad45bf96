package org.aryz.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the contracts as they lie in the source tree: one folder per topic, one per event type, one pair of files per version. */
final class Contracts {
    static final Path ROOT = Path.of("src/main/resources/contracts");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaRegistry registry;

    Contracts() {
        Map<String, String> textById = schemas()
                .collect(Collectors.toMap(file -> json(file).path("$id").asText(), Contracts::text));
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(textById));
    }

    /** One published version of an event type. */
    record Event(String topic, String type, int version) {
        Path sample() {
            return ROOT.resolve(topic).resolve(type).resolve("v" + version + ".sample.json");
        }

        Path schema() {
            return ROOT.resolve(topic).resolve(type).resolve("v" + version + ".schema.json");
        }

        String schemaId() {
            return "urn:aryz:schema:%s:%d".formatted(type, version);
        }

        @Override
        public String toString() {
            return "%s v%d on %s".formatted(type, version, topic);
        }
    }

    static Stream<Event> events() {
        return versions(".schema.json");
    }

    /** Also those that events share. */
    static Stream<Path> schemas() {
        return files(".schema.json");
    }

    static Stream<Event> versions(String suffix) {
        return files(suffix)
                .map(ROOT::relativize)
                .filter(file -> file.getNameCount() == 3)
                .map(file -> new Event(
                        file.getName(0).toString(),
                        file.getName(1).toString(),
                        Integer.parseInt(file.getFileName().toString().replaceAll("^v|\\..*", ""))));
    }

    List<Error> errors(Event event, JsonNode data) {
        Schema schema = registry.getSchema(json(event.schema()));
        return schema.validate(
                data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode asyncApi() {
        try {
            return new YAMLMapper().readTree(ROOT.resolve("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return json(file).toString();
    }

    private static Stream<Path> files(String suffix) {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            return walk.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
