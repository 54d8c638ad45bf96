package org.aryz.deadline.simulation;

import java.time.Duration;

/**
 * How the year of so many cases passes. In a large one many things fall due at once; it goes on in longer steps, and of its many
 * transactions fewer end in the middle, or it would never end.
 *
 * @param latest so much later than it is due, or arrives, at most is anything looked after
 * @param crashesOneIn so many of the transactions that write events end in the middle
 * @param cutsOneIn at so many hours a replica is cut off
 */
record Scale(int cases, Duration latest, int crashesOneIn, int cutsOneIn) {
    private static final int MANY = 200;

    static Scale of(int cases) {
        return cases < MANY
                ? new Scale(cases, Duration.ofMinutes(30), 100, 200)
                : new Scale(cases, Duration.ofHours(2), Math.max(100, cases / 5), 200);
    }
}
