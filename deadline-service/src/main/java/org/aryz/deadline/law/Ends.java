package org.aryz.deadline.law;

import java.util.List;
import java.util.Set;

/**
 * The facts that change a running term.
 *
 * @param metBy what was to be done was done
 * @param endedBy the term has no object any more
 * @param extendedTerms names under which an extension of this term is granted
 */
public record Ends(
        List<FactPattern> metBy,
        List<FactPattern> endedBy,
        List<FactPattern> suspendedBy,
        List<FactPattern> resumedBy,
        Set<String> extendedTerms) {
    public Ends {
        metBy = List.copyOf(metBy);
        endedBy = List.copyOf(endedBy);
        suspendedBy = List.copyOf(suspendedBy);
        resumedBy = List.copyOf(resumedBy);
        extendedTerms = Set.copyOf(extendedTerms);
    }
}
