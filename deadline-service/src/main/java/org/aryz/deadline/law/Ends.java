package org.aryz.deadline.law;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes a running term.
 *
 * @param metBy what was to be done was done
 * @param metSince what meets the term may have been done before it began, but not before the last of these
 * @param endedBy the term has no object any more
 * @param restartedBy it begins anew, if it had not run out
 * @param extendedTerms names under which an extension of this term is granted
 * @param cap counted from the start, no suspension moves the end beyond it
 * @param waivers for what reasons a named person may give it up
 */
public record Ends(
        List<FactPattern> metBy,
        List<FactPattern> metSince,
        List<FactPattern> endedBy,
        List<FactPattern> suspendedBy,
        List<FactPattern> resumedBy,
        List<FactPattern> restartedBy,
        Set<String> extendedTerms,
        @Nullable Period cap,
        List<Waiver> waivers) {
    public Ends {
        metBy = List.copyOf(metBy);
        metSince = List.copyOf(metSince);
        endedBy = List.copyOf(endedBy);
        suspendedBy = List.copyOf(suspendedBy);
        resumedBy = List.copyOf(resumedBy);
        restartedBy = List.copyOf(restartedBy);
        extendedTerms = Set.copyOf(extendedTerms);
        waivers = List.copyOf(waivers);
    }
}
