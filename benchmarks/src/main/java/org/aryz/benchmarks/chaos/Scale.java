package org.aryz.benchmarks.chaos;

import java.time.Duration;

/**
 * How much is driven.
 *
 * @param crashes of the service and of PostgreSQL, each
 * @param kafkaCrashes of Kafka while records are on their way
 * @param kafkaAway how long it is away once
 * @param stalled commands that wait for a writer who does not end
 * @param idle how long a transaction is left open
 * @param idleAllowed after how long the service may call that too long
 * @param restores of an older copy
 * @param poison records that can't be taken in
 * @param zombies times that a consumer is given up by its group and goes on working
 * @param fullDisks times that a disk is full, and as often the database is read-only
 * @param between the longest time of undisturbed load between two faults
 */
record Scale(
        int crashes,
        int kafkaCrashes,
        Duration kafkaAway,
        int stalled,
        Duration idle,
        Duration idleAllowed,
        int restores,
        int poison,
        int zombies,
        int fullDisks,
        Duration between) {
    static final Scale FULL = new Scale(
            20,
            10,
            Duration.ofMinutes(3),
            10_000,
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            5,
            200,
            10,
            5,
            Duration.ofSeconds(3));

    static final Scale QUICK = new Scale(
            3,
            2,
            Duration.ofSeconds(20),
            1_000,
            Duration.ofSeconds(50),
            Duration.ofSeconds(30),
            2,
            20,
            2,
            2,
            Duration.ofSeconds(2));

    /** What the tests hold at each build. */
    static final Scale BRIEF = new Scale(
            1,
            1,
            Duration.ofSeconds(3),
            300,
            Duration.ofSeconds(6),
            Duration.ofSeconds(2),
            1,
            6,
            1,
            1,
            Duration.ofMillis(500));
}
