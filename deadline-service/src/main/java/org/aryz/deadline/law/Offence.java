package org.aryz.deadline.law;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The offence whose limitation a clock counts.
 *
 * @param qualifiedAs what the public fields of a qualification say where a suspect is charged with it
 * @param presumedFor kinds of allegation that are taken for it while nobody has qualified the act
 * @param plausibleFor kinds of allegation that may come to be qualified so: while a heavier offence is charged or presumed, it runs
 *     as a shadow
 */
public record Offence(Map<String, Set<String>> qualifiedAs, Set<String> presumedFor, Set<String> plausibleFor) {
    /** Stands for every kind of allegation. */
    public static final String ANY = "any";

    public Offence {
        qualifiedAs = Map.copyOf(qualifiedAs);
        presumedFor = Set.copyOf(presumedFor);
        plausibleFor = Set.copyOf(plausibleFor);
    }

    /** Whether a suspect is charged with this offence, as the fields of the qualification tell. */
    public boolean isNamedBy(Map<String, List<String>> qualification) {
        return !qualifiedAs.isEmpty()
                && qualifiedAs.entrySet().stream()
                        .allMatch(field -> qualification.getOrDefault(field.getKey(), List.of()).stream()
                                .anyMatch(field.getValue()::contains));
    }

    public boolean isPresumedFor(String kind) {
        return presumedFor.contains(kind) || presumedFor.contains(ANY);
    }

    public boolean isPlausibleFor(String kind) {
        return isPresumedFor(kind) || plausibleFor.contains(kind) || plausibleFor.contains(ANY);
    }
}
