package org.aryz.deadline.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One entry of a law file, read field by field, so that every mistake is named with its file, rule and field. */
final class Entry {
    private final String where;
    private final JsonNode node;
    private final Set<String> read = new LinkedHashSet<>();

    Entry(String where, JsonNode node) {
        this.where = where;
        this.node = node;
        if (!node.isObject()) {
            throw new LawDataException(where, "expected fields, found " + node);
        }
    }

    boolean has(String field) {
        read.add(field);
        return node.hasNonNull(field);
    }

    String text(String field) {
        return read(field, JsonNode::asText);
    }

    String text(String field, String otherwise) {
        return has(field) ? text(field) : otherwise;
    }

    /** A word of the kind that public events carry, such as {@code complain-of-delay}. */
    String word(String field) {
        return read(field, node -> matching("[a-z0-9]+(-[a-z0-9]+)*", node.asText()));
    }

    static String matching(String form, String text) {
        if (!text.matches(form)) {
            throw new IllegalArgumentException("'" + text + "' is not of the form " + form);
        }
        return text;
    }

    boolean flag(String field) {
        return has(field)
                && read(field, value -> {
                    if (!value.isBoolean()) {
                        throw new IllegalArgumentException("expected true or false, found " + value);
                    }
                    return value.asBoolean();
                });
    }

    <T> T read(String field, Function<JsonNode, T> reader) {
        if (!has(field)) {
            throw wrong(field, "is missing");
        }
        try {
            return reader.apply(node.get(field));
        } catch (LawDataException e) {
            throw e;
        } catch (RuntimeException e) {
            throw wrong(field, String.valueOf(e.getMessage()));
        }
    }

    <E extends Enum<E>> E code(String field, Class<E> type) {
        return read(field, value -> constant(type, value.asText()));
    }

    static <E extends Enum<E>> E constant(Class<E> type, String code) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code.toLowerCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "unknown code '" + code + "', expected one of " + List.of(type.getEnumConstants()));
    }

    /** A list of items; a single item may stand without brackets. */
    <T> List<T> list(String field, Function<JsonNode, T> reader) {
        if (!has(field)) {
            return List.of();
        }
        return read(field, value -> {
            var items = new ArrayList<T>();
            if (value.isArray()) {
                value.forEach(item -> items.add(reader.apply(item)));
            } else {
                items.add(reader.apply(value));
            }
            return List.copyOf(items);
        });
    }

    Set<String> words(String field) {
        return new TreeSet<>(list(field, JsonNode::asText));
    }

    Entry in(String field, JsonNode child) {
        return new Entry(where + ", field " + field, child);
    }

    List<String> fields() {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        read.addAll(names);
        return names;
    }

    LawDataException wrong(String field, String what) {
        return new LawDataException(where + ", field " + field, what);
    }

    /** A misspelt field must not be lost silently. */
    void end() {
        node.fieldNames().forEachRemaining(name -> {
            if (!read.contains(name)) {
                throw wrong(name, "is not known");
            }
        });
    }
}
