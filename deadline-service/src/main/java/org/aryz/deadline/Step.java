package org.aryz.deadline;

import java.util.Map;

/** One step of the way on which a date was computed: a code and the values that went in, for people to follow. */
public record Step(String code, Map<String, String> values) {
    public Step {
        values = Map.copyOf(values);
    }
}
