package org.aryz.deadline.calculation;

import java.time.temporal.ChronoUnit;
import org.aryz.deadline.calendar.LegalTime;

/** Counts time as it passes; what the term stood still is added. */
record ElapsedTime(Calculation asked, Count.Elapsed count, boolean explained) {

    Outcome outcome() {
        var steps = new Steps(explained);
        var time = asked.time();
        var from = asked.start().instant(time);
        var end = from.plus(count.length());
        steps.add("elapsed-hours", "from", from, "period", count.length(), "to", end);
        var still = Standstill.of(asked.suspensions(), moment -> moment.instant(time), ChronoUnit.NANOS);
        var within = still.within(from, end);
        var moved = still.moved(end, within);
        if (!within.isEmpty()) {
            steps.add("stood-still", "from", end, "suspensions", within, "to", moved);
        }
        var since = still.standsSince(moved);
        if (since != null) {
            steps.add("stands-still", "since", since);
            return Outcome.standingStill(steps);
        }
        var day = time.dayOf(moved);
        steps.add("local-day", "at", moved, "zone", time.zone(), "zoneData", LegalTime.zoneData(), "day", day);
        return new Outcome(day, moved, null, null, false, steps.all());
    }
}
