package org.aryz.servicekit.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aryz.servicekit.json.KebabCaseCodes;
import org.aryz.servicekit.json.StrictJson;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.JsonProblems;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * A family of facts in JSON. A kind of fact is a record, known by a word; its components are its fields, and those that are not
 * nullable must be told. So a fact costs its record and its word.
 *
 * @param <F> what the records have in common
 */
public final class FactForm<F> {
    private static final String BAD_BODY = "The body does not have the form asked for";

    private final Map<String, Class<? extends F>> kinds;
    private final Map<Class<?>, String> words;
    private final Map<String, List<FactField>> fields = new TreeMap<>();
    private final ObjectMapper strict = new ObjectMapper();
    private final ObjectMapper stored = new ObjectMapper();

    /**
     * @param kinds by their stored and public names
     * @param filledIn marks components that whoever tells the fact does not give
     * @param modules how the values in these records are written
     */
    public FactForm(
            Map<String, Class<? extends F>> kinds,
            Class<? extends Annotation> filledIn,
            List<? extends Module> modules) {
        this.kinds = Map.copyOf(kinds);
        this.words = kinds.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        strict.registerModule(new JavaTimeModule()).registerModules(modules);
        new StrictJson().customize(strict);
        stored.registerModule(new JavaTimeModule())
                .registerModules(modules)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        KebabCaseCodes.teach(stored);
        kinds.forEach((word, type) -> fields.put(word, fieldsOf(type, filledIn)));
    }

    private List<FactField> fieldsOf(Class<? extends F> type, Class<? extends Annotation> filledIn) {
        var description = stored.getSerializationConfig().introspect(stored.constructType(type));
        return description.findProperties().stream()
                .map(property -> FactField.of(property, type, filledIn))
                .toList();
    }

    /** All words, in order. */
    public Set<String> kinds() {
        return fields.keySet();
    }

    public boolean knows(String kind) {
        return kinds.containsKey(kind);
    }

    public String kindOf(F fact) {
        return Objects.requireNonNull(words.get(fact.getClass()));
    }

    /** Names of the fields of this kind, also of those that are filled in. */
    public Set<String> fieldsOf(String kind) {
        return fields(kind).stream().map(FactField::name).collect(Collectors.toUnmodifiableSet());
    }

    List<FactField> fields(String kind) {
        return Objects.requireNonNull(fields.get(kind), kind);
    }

    /**
     * The fact that somebody tells.
     *
     * @throws Rejected naming every field that is unknown, of another form than asked for, or missing
     */
    public F told(@Nullable String kind, Map<String, JsonNode> given) {
        if (kind == null) {
            throw Rejected.unprocessable(
                    "invalid", "Some fields cannot be accepted", FieldError.at("/fact", "not-null", "Which fact?"));
        }
        if (!knows(kind)) {
            throw badBody(FieldError.at("/fact", "unknown-code", "One of " + String.join(", ", kinds())));
        }
        refuseUnknown(kind, given.keySet());
        var fact = read(kind, given);
        refuseMissing(kind, fact);
        return fact;
    }

    private void refuseUnknown(String kind, Set<String> given) {
        var asked = fields(kind).stream()
                .filter(FactField::asked)
                .map(FactField::name)
                .toList();
        var unknown =
                given.stream().filter(name -> !asked.contains(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw badBody(unknown.stream()
                    .map(name -> FieldError.at(pointer(name), "unknown-field", "There is no such field of this fact"))
                    .toArray(FieldError[]::new));
        }
    }

    private F read(String kind, Map<String, JsonNode> given) {
        try {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.setAll(given);
            return strict.treeToValue(node, type(kind));
        } catch (JsonProcessingException e) {
            throw new Rejected(JsonProblems.of(e, ""));
        }
    }

    private void refuseMissing(String kind, F fact) {
        var missing = fields(kind).stream()
                .filter(field -> field.isMissingIn(fact))
                .map(field -> FieldError.at(pointer(field.name()), "not-null", "This field is required"))
                .toArray(FieldError[]::new);
        if (missing.length > 0) {
            throw Rejected.unprocessable("invalid", "Some fields cannot be accepted", missing);
        }
    }

    /** The fields of a fact, as they are stored and told. */
    public ObjectNode written(F fact) {
        return stored.valueToTree(fact);
    }

    /** The fact out of what was stored; what else stands there is passed over. */
    public F stored(String kind, JsonNode data) {
        try {
            return stored.treeToValue(data, type(kind));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Class<? extends F> type(String kind) {
        return Objects.requireNonNull(kinds.get(kind), kind);
    }

    private static Rejected badBody(FieldError... errors) {
        return Rejected.badRequest("bad-body", BAD_BODY, errors);
    }

    /** RFC 6901. */
    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
