package org.aryz.benchmarks.history;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds of each measurement, ours and the peer's in turn
 * @param time of one measurement that runs by time
 * @param events of the history that is verified, replayed, imported and relayed
 * @param few events of a log that has only begun
 * @param many events of a log that is full
 */
record Scale(int rounds, Duration time, int events, int few, int many) {
    static final Scale FULL = new Scale(3, Duration.ofSeconds(6), 1_000_000, 100_000, 10_000_000);
    static final Scale QUICK = new Scale(1, Duration.ofSeconds(3), 100_000, 10_000, 300_000);
}
