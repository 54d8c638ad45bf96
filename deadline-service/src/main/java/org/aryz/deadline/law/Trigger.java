package org.aryz.deadline.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What starts a term.
 *
 * @param fact the fact from whose earliest day the term is counted
 * @param assumedFrom earlier facts that stand in, flagged, while the fact itself is not known
 * @param notBefore a fact that must have happened too; the term starts with the later of both
 * @param fromReceipt counted from the day on which we learnt of the fact by a document
 */
public record Trigger(
        FactPattern fact, List<FactPattern> assumedFrom, @Nullable FactPattern notBefore, boolean fromReceipt) {
    public Trigger {
        assumedFrom = List.copyOf(assumedFrom);
    }
}
