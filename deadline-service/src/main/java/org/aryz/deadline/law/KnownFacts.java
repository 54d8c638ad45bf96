package org.aryz.deadline.law;

import java.util.Map;
import java.util.Set;

/** The facts that rules may speak of, and their fields: a misspelt one would silently never happen. */
public final class KnownFacts {
    private static final Map<String, Set<String>> FIELDS = LawFiles.facts("law/facts.yaml");

    private KnownFacts() {}

    /** Whether a rule may speak of such a fact. */
    public static boolean include(String type) {
        return FIELDS.containsKey(type);
    }

    static String named(String type) {
        if (!include(type)) {
            throw new IllegalArgumentException("there is no fact '" + type + "'");
        }
        return type;
    }

    static String field(String type, String field) {
        var fields = FIELDS.getOrDefault(type, Set.of());
        if (!fields.contains(field)) {
            throw new IllegalArgumentException("'" + type + "' has no public field '" + field + "'");
        }
        return field;
    }

    /** Whether facts name what a deadline may belong to, such as a referral or a suspect. */
    static boolean nameSubjectsBy(String field) {
        return FIELDS.values().stream().anyMatch(fields -> fields.contains(field));
    }
}
