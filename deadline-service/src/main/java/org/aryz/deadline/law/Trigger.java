package org.aryz.deadline.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What starts a term.
 *
 * @param facts the facts from whose earliest day the term is counted; the first names the trigger
 * @param assumedFrom earlier facts that stand in, flagged, while the fact itself is not known
 * @param notBefore a fact that must have happened too; the term starts with the later of both
 * @param fromReceipt counted from the day on which we learnt of the fact by a document
 * @param which of several facts of one subject the one that counts
 */
public record Trigger(
        List<FactPattern> facts,
        List<FactPattern> assumedFrom,
        @Nullable FactPattern notBefore,
        boolean fromReceipt,
        Which which) {
    public Trigger {
        facts = List.copyOf(facts);
        assumedFrom = List.copyOf(assumedFrom);
    }

    /** Which of several facts of one subject starts its term. */
    public enum Which {
        /** Warnings count from the earliest, an expiry only from the latest. */
        ANY,
        /** The latest: each new one begins the term anew. */
        LATEST,
        /** As any, but the acts of a continued offence count from the last of them. */
        LAST_ACT,
        /** Only the acts of a continued offence, from the first of them. */
        FIRST_ACT
    }

    /** The type of fact by which the trigger is known. */
    public String type() {
        return facts.getFirst().type();
    }
}
