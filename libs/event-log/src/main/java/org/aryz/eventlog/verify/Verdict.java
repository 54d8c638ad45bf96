package org.aryz.eventlog.verify;

import java.util.Optional;

/**
 * What a verification came to.
 *
 * @param events how many events were checked before it ended
 * @param streams how many streams began among them
 * @param sealed how many of the events are in the tree
 * @param checkpoints how many checkpoints were found to hold
 * @param timeStamps how many time stamps of an authority were found to hold
 * @param finding what was wrong first; empty if all is well
 */
public record Verdict(
        long events, long streams, long sealed, long checkpoints, long timeStamps, Optional<Finding> finding) {
    public boolean isSound() {
        return finding.isEmpty();
    }
}
