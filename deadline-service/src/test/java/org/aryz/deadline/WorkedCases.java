package org.aryz.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The worked cases of all files. */
final class WorkedCases {
    private static final List<String> FILES = List.of("/cases.yaml", "/law-cases.yaml");

    private WorkedCases() {}

    static Stream<JsonNode> all() {
        return FILES.stream().flatMap(WorkedCases::of);
    }

    private static Stream<JsonNode> of(String file) {
        try (var in = WorkedCases.class.getResourceAsStream(file)) {
            return StreamSupport.stream(new YAMLMapper().readTree(in).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
