package org.aryz.deadline.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which facts a rule speaks of: a type, or a type with the values of its fields that count. */
final class FactPatternReader {
    private FactPatternReader() {}

    static List<FactPattern> all(Entry entry, String field) {
        return entry.list(field, node -> read(entry, field, node));
    }

    static FactPattern read(Entry parent, String field, JsonNode node) {
        if (node.isTextual()) {
            return new FactPattern(KnownFacts.named(node.asText()), Map.of());
        }
        var entry = parent.in(field, node);
        var type = entry.read("type", value -> KnownFacts.named(value.asText()));
        var where = new HashMap<String, Set<String>>();
        for (var name : entry.fields()) {
            if (!name.equals("type")) {
                where.put(entry.read(name, _ -> KnownFacts.field(type, name)), entry.words(name));
            }
        }
        return new FactPattern(type, where);
    }
}
