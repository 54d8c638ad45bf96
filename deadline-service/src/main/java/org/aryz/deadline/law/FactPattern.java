package org.aryz.deadline.law;

import java.util.Map;
import java.util.Set;

/** Which facts a rule speaks of: a type, and for some public fields the values that count. */
public record FactPattern(String type, Map<String, Set<String>> where) {
    public FactPattern {
        where = Map.copyOf(where);
    }
}
