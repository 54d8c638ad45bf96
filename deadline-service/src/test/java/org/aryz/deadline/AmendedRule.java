package org.aryz.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;

/** Writes a change of law as a person would: the version in force gets an end, and the next one another term. */
public final class AmendedRule {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> FILES = List.of("house", "kg-procedure", "evidence");

    private AmendedRule() {}

    /** From that day on the term of the rule is another one. */
    public static String of(String rule, String period, LocalDate from) {
        try {
            var old = last(rule);
            var next = old.deepCopy();
            ends(old).put("to", from.minusDays(1).toString());
            next.put("version", old.path("version").intValue() + 1).put("period", period);
            ends(next).put("from", from.toString()).remove("to");
            var rules = YAML.createObjectNode();
            rules.putArray("rules").add(old).add(next);
            return YAML.writeValueAsString(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode ends(ObjectNode rule) {
        return rule.withObject("/inForce");
    }

    private static ObjectNode last(String rule) throws IOException {
        ObjectNode found = null;
        for (var file : FILES) {
            try (var in = AmendedRule.class.getResourceAsStream("/law/" + file + ".yaml")) {
                for (JsonNode each : YAML.readTree(in).path("rules")) {
                    if (each.path("id").asText().equals(rule)) {
                        found = (ObjectNode) each;
                    }
                }
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("there is no rule " + rule);
        }
        return found;
    }
}
