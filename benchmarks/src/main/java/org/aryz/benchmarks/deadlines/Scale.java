package org.aryz.benchmarks.deadlines;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of each measurement, ours and the peer's in turn
 * @param due rungs that are told at once
 * @param open deadlines among which those are
 * @param midnight deadlines that are due at one instant
 * @param few open deadlines of a service that has only begun
 * @param many open deadlines of one that has not
 * @param dockets complaints that a change of law looks at
 * @param steady how long rungs come due evenly
 * @param held how long a snapshot is held
 */
record Scale(
        int rounds, int due, int open, int midnight, int few, int many, int dockets, Duration steady, Duration held) {
    static final Scale FULL = new Scale(
            3,
            100_000,
            1_100_000,
            1_000_000,
            100_000,
            10_000_000,
            1_000_000,
            Duration.ofSeconds(60),
            Duration.ofMinutes(10));
    static final Scale QUICK = new Scale(
            1, 10_000, 110_000, 30_000, 20_000, 200_000, 20_000, Duration.ofSeconds(6), Duration.ofSeconds(12));
}
