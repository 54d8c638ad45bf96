package org.aryz.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may change in a published schema: events kept in a topic must still fit it, and readers built on the older one must
 * read what is sent by the newer. So optional fields may come, and lists of codes may grow where readers take an unknown
 * word for 'other'; a list that begins its {@code $comment} with "Closed" may not.
 */
final class CompatibleChange {
    private static final Set<String> WORDS_ABOUT_IT = Set.of("description", "$comment");
    private static final Set<String> NAMED_PARTS = Set.of("properties", "$defs");
    private static final String CLOSED = "Closed";

    private final List<String> offences = new ArrayList<>();

    private CompatibleChange() {}

    /** Each change that is not allowed, with the place where it is; none if the change is compatible. */
    static List<String> offences(JsonNode before, JsonNode after) {
        var change = new CompatibleChange();
        change.schema("", before, after);
        return change.offences;
    }

    private void schema(String at, JsonNode before, JsonNode after) {
        if (!before.isObject() || !after.isObject()) {
            same(at, before, after);
            return;
        }
        if (isClosed(before) && !isClosed(after)) {
            offences.add(at + ": a closed list stays closed");
        }
        var keywords = names(before);
        keywords.addAll(names(after));
        keywords.removeAll(WORDS_ABOUT_IT);
        for (var keyword : keywords) {
            keyword(at + "/" + keyword, keyword, before, after);
        }
    }

    private void keyword(String at, String keyword, JsonNode before, JsonNode after) {
        var old = before.path(keyword);
        var now = after.path(keyword);
        if (NAMED_PARTS.contains(keyword)) {
            parts(at, old, now);
        } else if (keyword.equals("required")) {
            required(at, words(old), words(now));
        } else if (keyword.equals("enum") && old.isArray() && now.isArray()) {
            words(at, isClosed(before), words(old), words(now));
        } else if (keyword.equals("items")) {
            schema(at, old, now);
        } else if (keyword.equals("anyOf") && old.size() == now.size()) {
            for (var i = 0; i < old.size(); i++) {
                schema(at + "/" + i, old.get(i), now.get(i));
            }
        } else {
            same(at, old, now);
        }
    }

    private void parts(String at, JsonNode before, JsonNode after) {
        for (var name : names(before)) {
            if (after.has(name)) {
                schema(at + "/" + name, before.get(name), after.get(name));
            } else {
                offences.add(at + "/" + name + " was removed");
            }
        }
    }

    private void required(String at, Set<String> before, Set<String> after) {
        without(after, before).forEach(name -> offences.add(at + ": " + name + " is new; older events lack it"));
        without(before, after).forEach(name -> offences.add(at + ": " + name + " is gone; readers count on it"));
    }

    private void words(String at, boolean closed, Set<String> before, Set<String> after) {
        without(before, after).forEach(word -> offences.add(at + ": " + word + " is gone; older events say it"));
        if (closed) {
            without(after, before).forEach(word -> offences.add(at + ": " + word + " is new in a closed list"));
        }
    }

    private void same(String at, JsonNode before, JsonNode after) {
        if (!before.equals(after)) {
            offences.add(at + " changed");
        }
    }

    private static boolean isClosed(JsonNode schema) {
        return schema.path("$comment").asText().startsWith(CLOSED);
    }

    private static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> words(JsonNode array) {
        var words = new TreeSet<String>();
        (array.isArray() ? array : JsonNodeFactory.instance.arrayNode()).forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Set<String> without(Set<String> all, Set<String> those) {
        var rest = new TreeSet<>(all);
        rest.removeAll(those);
        return rest;
    }
}
