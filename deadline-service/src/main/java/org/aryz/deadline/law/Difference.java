package org.aryz.deadline.law;

import java.util.HashSet;
import java.util.Set;

/** What one law has that another has not. */
record Difference(Law law, Law other) {

    /** Rules of which some are read against each other can't be told apart: all readings of a term, all of limitation. */
    Law rules() {
        var touched = new HashSet<String>();
        collect(law, other, touched);
        collect(other, law, touched);
        return new Law(law.rules().stream()
                .filter(rule -> touched.contains(family(rule)))
                .toList());
    }

    private static void collect(Law one, Law another, Set<String> families) {
        var known = new HashSet<>(another.rules());
        one.rules().stream().filter(rule -> !known.contains(rule)).forEach(rule -> families.add(family(rule)));
    }

    private static String family(Rule rule) {
        return rule.matter() == Matter.LIMITATION ? "limitation" : rule.readingOf();
    }
}
