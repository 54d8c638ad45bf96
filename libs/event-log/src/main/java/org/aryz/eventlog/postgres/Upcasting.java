package org.aryz.eventlog.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.aryz.eventlog.Upcaster;

/** Lifts stored data, step by step, to the newest version of its type; what is new already is not even parsed. */
final class Upcasting {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Data of an event at a schema version. */
    record Shape(int schemaVersion, String data) {}

    private record From(String type, int version) {}

    private final Map<From, UnaryOperator<ObjectNode>> steps;

    /**
     * @throws IllegalStateException if two steps start at the same version of a type
     * @throws IllegalArgumentException if steps of a type do not follow on one another from version 1
     */
    Upcasting(Collection<Upcaster> upcasters) {
        steps = upcasters.stream()
                .collect(Collectors.toMap(step -> new From(step.type(), step.fromVersion()), Upcaster::step));
        steps.keySet().forEach(this::mustBeReached);
    }

    private void mustBeReached(From from) {
        if (from.version() > 1 && !steps.containsKey(new From(from.type(), from.version() - 1))) {
            throw new IllegalArgumentException(
                    "No step lifts " + from.type() + " from version " + (from.version() - 1));
        }
    }

    Shape newest(String type, Shape stored) {
        if (!steps.containsKey(new From(type, stored.schemaVersion()))) {
            return stored;
        }
        var version = stored.schemaVersion();
        var data = parse(stored.data());
        for (var step = steps.get(new From(type, version)); step != null; step = steps.get(new From(type, version))) {
            data = step.apply(data);
            version++;
        }
        return new Shape(version, data.toString());
    }

    private static ObjectNode parse(String data) {
        try {
            return (ObjectNode) JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
