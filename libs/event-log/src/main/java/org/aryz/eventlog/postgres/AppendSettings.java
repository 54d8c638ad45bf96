package org.aryz.eventlog.postgres;

import java.time.Duration;

/**
 * Limits of the grouped append.
 *
 * @param groupSize most commands that share a transaction
 * @param groupsInFlight transactions on their way at a time; with two, one waits at the lock while the other commits
 * @param mostWaiting commands that may wait; more are refused at once
 * @param patience how long a command waits for its group, and a group for the database
 */
public record AppendSettings(int groupSize, int groupsInFlight, int mostWaiting, Duration patience) {
    public static AppendSettings defaults() {
        return new AppendSettings(500, 2, 10_000, Duration.ofSeconds(10));
    }
}
