package org.aryz.deadline;

import java.util.List;

/** A deadline as it follows from facts, law and calendar, with the way on which its dates were found. */
public record Deadline(Term term, Standing standing, List<Step> explanation, Ladder ladder) {
    public Deadline {
        explanation = List.copyOf(explanation);
    }

    Deadline with(Ladder other) {
        return new Deadline(term, standing, explanation, other);
    }
}
