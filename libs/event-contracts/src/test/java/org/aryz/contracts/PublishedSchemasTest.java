package org.aryz.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the schemas against what was published last. New ones, and compatible changes, are published by running this test
 * with {@code -Daryz.schemas.publish=true}, which writes {@code published-schemas.json}; an incompatible change is refused
 * also then, and needs a new version of the schema.
 */
class PublishedSchemasTest {
    private static final Path PUBLISHED = Path.of("src/test/resources/published-schemas.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void publishedSchemasChangeOnlyCompatiblyAndNewOnesArePublished() throws IOException {
        var published = Files.exists(PUBLISHED) ? Contracts.json(PUBLISHED) : JSON.createObjectNode();
        var now = schemas();

        published.properties().forEach(schema -> assertThat(CompatibleChange.offences(
                        schema.getValue(), now.getOrDefault(schema.getKey(), JSON.nullNode())))
                .as("changes of " + schema.getKey())
                .isEmpty());
        if (Boolean.getBoolean("aryz.schemas.publish")) {
            Files.writeString(PUBLISHED, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree(now)) + "\n");
            return;
        }
        assertThat(tree(now))
                .as("published schemas; publish with -Daryz.schemas.publish=true")
                .isEqualTo(published);
    }

    private static Map<String, JsonNode> schemas() {
        return Contracts.schemas()
                .collect(Collectors.toMap(
                        file -> Contracts.ROOT.relativize(file).toString(),
                        Contracts::json,
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static ObjectNode tree(Map<String, JsonNode> schemas) {
        var tree = JSON.createObjectNode();
        schemas.forEach(tree::set);
        return tree;
    }
}
