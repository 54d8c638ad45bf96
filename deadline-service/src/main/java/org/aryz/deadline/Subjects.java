package org.aryz.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aryz.deadline.law.FactPattern;
import org.aryz.deadline.law.Rule;

/** What the deadlines of a rule belong to, and which facts speak of the same thing. */
record Subjects(Rule rule, Set<String> suspects) {
    /** Stands for whoever did it until somebody is named. */
    static final String UNKNOWN_SUSPECT = "unknown-suspect";

    String of(Fact fact) {
        return switch (rule.per()) {
            case "complaint" -> "complaint";
            case "fact" -> fact.id();
            case String field -> Objects.requireNonNullElse(fact.one(field), "unnamed");
        };
    }

    /** The facts of each subject. */
    Map<String, List<Fact>> bySubject(List<Fact> facts) {
        var bySubject = new HashMap<String, List<Fact>>();
        for (var fact : facts) {
            bySubject.computeIfAbsent(of(fact), _ -> new ArrayList<>()).add(fact);
        }
        return bySubject;
    }

    /**
     * Whether a fact may meet or end a deadline. One that names no subject speaks of all of them; but of suspects only where there
     * is no more than one, as a judgment on one says nothing of another.
     */
    boolean concerns(Fact fact, Claim claim) {
        return general() || (fact.one(rule.per()) == null ? speaksOfAll() : names(fact, claim));
    }

    private boolean speaksOfAll() {
        return !rule.per().equals("suspect") || suspects.size() <= 1;
    }

    /** Whether a fact may stop the clock: only for the very suspect or referral it names. */
    boolean names(Fact fact, Claim claim) {
        return general() || fact.all(rule.per()).contains(claim.owner());
    }

    /** Whether the rule holds for a subject: one of the facts it asks for speaks of it, or of no subject at all. */
    boolean holds(Claim claim, CaseFacts facts) {
        return rule.when().isEmpty() || rule.when().stream().anyMatch(pattern -> isKnown(pattern, claim, facts));
    }

    private boolean isKnown(FactPattern pattern, Claim claim, CaseFacts facts) {
        return facts.matching(pattern).stream()
                .anyMatch(fact -> general() || fact.one(rule.per()) == null || names(fact, claim));
    }

    private boolean general() {
        return rule.per().equals("complaint") || rule.per().equals("fact");
    }
}
