package org.aryz.deadline.law;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Reads the law files that ship with the product. */
final class LawFiles {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String ALERT_SETS = "law/alert-sets.yaml";
    private static final List<String> RULE_FILES = List.of(
            "law/evidence.yaml",
            "law/house.yaml",
            "law/kg-custody.yaml",
            "law/kg-procedure.yaml",
            "law/kg-limitation.yaml",
            "law/kz.yaml",
            "law/tj.yaml",
            "law/international.yaml");

    private LawFiles() {}

    static Law load() {
        var alertSets = alertSets(ALERT_SETS, text(ALERT_SETS));
        var rules = new ArrayList<Rule>();
        for (var file : RULE_FILES) {
            var read = rules(file, text(file), alertSets);
            rules.addAll(read);
            Coherence.check(file, read, rules);
        }
        return new Law(rules);
    }

    /** Reads rules that somebody proposes; their alert sets are those of the product. */
    static List<Rule> proposed(String name, String yaml) {
        return rules(name, yaml, alertSets(ALERT_SETS, text(ALERT_SETS)));
    }

    static Map<String, Set<String>> facts(String file) {
        var facts = new TreeMap<String, Set<String>>();
        tree(file, text(file))
                .path("facts")
                .properties()
                .forEach(fact -> facts.put(
                        fact.getKey(),
                        StreamSupport.stream(fact.getValue().spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(toSet())));
        return facts;
    }

    static List<Rule> rules(String file, String yaml, Map<String, AlertSet> alertSets) {
        return entries(file, yaml, "rules", "rule").stream()
                .map(entry -> new RuleReader(entry, alertSets).rule())
                .toList();
    }

    static Map<String, AlertSet> alertSets(String file, String yaml) {
        var sets = new TreeMap<String, AlertSet>();
        for (var entry : entries(file, yaml, "alertSets", "alert set")) {
            var set = AlertSetReader.read(entry);
            sets.put(set.id(), set);
        }
        return sets;
    }

    static List<SignOff> signOffs(String resource) {
        return entries(resource, text(resource), "signOffs", "sign-off").stream()
                .map(LawFiles::signOff)
                .toList();
    }

    private static SignOff signOff(Entry entry) {
        var signOff = new SignOff(
                entry.text("rule"),
                entry.read("version", JsonNode::intValue),
                entry.text("by"),
                entry.read("on", on -> LocalDate.parse(on.asText())),
                entry.text("text"),
                entry.flag("fictional"));
        entry.end();
        return signOff;
    }

    private static List<Entry> entries(String file, String yaml, String list, String noun) {
        var entries = new ArrayList<Entry>();
        var found = tree(file, yaml).path(list);
        if (!found.isArray()) {
            throw new LawDataException(file + ", field " + list, "expected a list");
        }
        found.forEach(node -> entries.add(new Entry(file + ", " + noun + " " + name(node, entries.size()), node)));
        return entries;
    }

    private static String name(JsonNode node, int index) {
        return node.path("id").asText(node.path("rule").asText("number " + (index + 1)));
    }

    private static JsonNode tree(String file, String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new LawDataException(file, e.getOriginalMessage());
        }
    }

    private static String text(String resource) {
        try (var in = LawFiles.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new LawDataException(resource, "is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
