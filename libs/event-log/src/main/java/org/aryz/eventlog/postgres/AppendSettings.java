package org.aryz.eventlog.postgres;

import java.time.Duration;

/**
 * Limits of the grouped append.
 *
 * @param groupSize most commands that share a transaction
 * @param groupsInFlight transactions on their way at a time; two hide a slow network, one makes larger groups
 * @param mostWaiting commands that may wait; more are refused at once
 * @param patience how long a command waits for its group, and a group for the database
 */
public record AppendSettings(int groupSize, int groupsInFlight, int mostWaiting, Duration patience) {
    public static AppendSettings defaults() {
        return new AppendSettings(500, 1, 10_000, Duration.ofSeconds(10));
    }
}
