package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of calculations.yaml comes out as written there, and its steps lead to the same dates when taken again. */
class CalculationCasesTest {
    private static final Set<String> EXPECTED = Set.of("due", "dueAt", "lastSafeDay", "actBy");
    private static final Set<String> OF_TERM = Set.of("period", "count", "firstDay", "cutOff", "roll");

    @TestFactory
    Stream<DynamicContainer> everyCaseComesOutAsWritten() throws IOException {
        try (var in = CalculationCasesTest.class.getResourceAsStream("/calculations.yaml")) {
            return elements(new YAMLMapper().readTree(in)).map(CalculationCasesTest::group).toList().stream();
        }
    }

    private static DynamicContainer group(JsonNode group) {
        return dynamicContainer(
                group.get("group").asText(),
                elements(group.get("cases")).map(found -> test((ObjectNode) group.get("ask"), (ObjectNode) found)));
    }

    private static DynamicTest test(ObjectNode shared, ObjectNode found) {
        return dynamicTest(found.toString(), () -> {
            var all = shared.deepCopy();
            all.setAll(found);
            var answer = Calculator.answer(question(all));
            for (var name : EXPECTED) {
                if (found.has(name)) {
                    assertThat(answer.get(name).asText())
                            .as("%s of %s by %s", name, all, answer)
                            .isEqualTo(found.get(name).asText());
                }
            }
            Retraced.toTheSameDates(answer);
        });
    }

    /** In the file the fields of the term stand beside the others. */
    private static ObjectNode question(ObjectNode all) {
        var question = Calculator.JSON.createObjectNode();
        var term = question.putObject("term");
        all.properties().forEach(field -> {
            if (OF_TERM.contains(field.getKey())) {
                term.set(field.getKey(), field.getValue());
            } else if (!EXPECTED.contains(field.getKey())) {
                question.set(field.getKey(), field.getValue());
            }
        });
        return question;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
