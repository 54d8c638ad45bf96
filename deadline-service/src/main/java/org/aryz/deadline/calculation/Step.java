package org.aryz.deadline.calculation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One step of the way on which a date was found: a code and the values that went in and came out, enough to take the step again.
 */
public record Step(String code, Map<String, Object> values) {
    public Step {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
