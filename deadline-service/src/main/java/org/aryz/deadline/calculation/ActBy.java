package org.aryz.deadline.calculation;

import java.time.LocalDate;
import java.util.List;
import org.aryz.deadline.calendar.Workdays;

/** The last working day on which to act safely; never before the term began, as nobody can act then. */
public record ActBy(LocalDate day, boolean provisional, List<Step> steps) {

    /** @param explained whether to tell how it was found */
    public static ActBy on(Workdays calendar, LocalDate lastSafeDay, LocalDate began, boolean explained) {
        var steps = new Steps(explained);
        if (lastSafeDay.isBefore(began)) {
            steps.add("act-by-the-start", "from", lastSafeDay, "to", began);
            return of(began, steps);
        }
        var found = lastSafeDay;
        while (!found.isBefore(began) && !steps.looked(calendar.day(found)).surelyWorking()) {
            found = found.minusDays(1);
        }
        var day = found.isBefore(began) ? began : found;
        var off = steps.off(calendar, day.plusDays(found.equals(day) ? 1 : 0), lastSafeDay.plusDays(1), _ -> true);
        steps.add(found.equals(day) ? "act-by" : "act-by-the-start", "from", lastSafeDay, "skipped", off, "to", day);
        return of(day, steps);
    }

    private static ActBy of(LocalDate day, Steps steps) {
        return new ActBy(day, steps.provisional(), steps.all());
    }
}
