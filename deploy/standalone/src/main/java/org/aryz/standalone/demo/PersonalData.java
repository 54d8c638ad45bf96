package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything in the demo files that is about a person; none of it may be found in a letter. */
public final class PersonalData {

    private static final Set<String> FIELDS = Set.of("name", "contact", "narrative", "note", "number", "birthDate");

    private final Set<String> texts = new HashSet<>();

    private PersonalData() {}

    /** The personal data of all demo files. */
    public static PersonalData ofTheDemo() {
        var found = new PersonalData();
        for (var scenario : Scenario.all()) {
            found.collect(scenario.complaint());
            scenario.steps().forEach(step -> {
                var body = step.body();
                if (body != null) {
                    found.collect(body);
                }
            });
        }
        return found;
    }

    /** The personal data that a text gives away. */
    public List<String> in(String text) {
        return texts.stream().filter(text::contains).toList();
    }

    private void collect(JsonNode json) {
        json.properties().forEach(field -> {
            if (FIELDS.contains(field.getKey()) && field.getValue().isTextual()) {
                texts.add(field.getValue().asText());
            }
        });
        json.forEach(this::collect);
    }
}
