package org.aryz.deadline;

import java.util.Objects;
import org.aryz.deadline.law.Matter;
import org.aryz.deadline.law.Rule;

/** What the deadlines of a rule belong to, and which later facts speak of the same thing. */
record Subjects(Rule rule) {
    private static final String UNKNOWN_SUSPECT = "unknown-suspect";

    String of(Fact fact) {
        return switch (rule.per()) {
            case "complaint" -> "complaint";
            case "fact" -> fact.id();
            case String field -> Objects.requireNonNullElse(fact.one(field), unnamed());
        };
    }

    private String unnamed() {
        return rule.matter() == Matter.LIMITATION ? UNKNOWN_SUSPECT : "unnamed";
    }

    /**
     * Whether a fact may meet or end a deadline: one that names no subject speaks of all, and any judgment speaks of the
     * suspect who was not known.
     */
    boolean concerns(Fact fact, String subject) {
        return general() || fact.one(rule.per()) == null || subject.equals(UNKNOWN_SUSPECT) || names(fact, subject);
    }

    /** Whether a fact may stop the clock: only for the very suspect or referral it names. */
    boolean names(Fact fact, String subject) {
        return general() || subject.equals(fact.one(rule.per()));
    }

    private boolean general() {
        return rule.per().equals("complaint") || rule.per().equals("fact");
    }
}
