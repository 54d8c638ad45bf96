package org.aryz.deadline.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.aryz.deadline.calendar.Day;
import org.aryz.deadline.calendar.DayOff;
import org.aryz.deadline.calendar.Workdays;

/** Notes the steps of a calculation while it goes, and whether one of them may come out differently later. */
final class Steps {
    private final List<Step> steps = new ArrayList<>();
    private boolean provisional;

    /** Notes a step with pairs of names and values. */
    void add(String code, Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        add(new Step(code, values));
    }

    void add(Step step) {
        steps.add(step);
    }

    /** Takes a day that the calendar gave. */
    LocalDate reached(Workdays.Rolled rolled) {
        provisional |= rolled.provisional();
        return rolled.date();
    }

    /** Takes what the calendar says of a day. */
    Day looked(Day day) {
        provisional |= day.provisional();
        return day;
    }

    boolean provisional() {
        return provisional;
    }

    List<Step> all() {
        return List.copyOf(steps);
    }

    /** Why the days from one up to another, the latter left out, were passed over. */
    static List<DayOff> off(Workdays calendar, LocalDate from, LocalDate to, Predicate<LocalDate> passed) {
        return from.isBefore(to)
                ? from.datesUntil(to).filter(passed).map(calendar::whyOff).toList()
                : List.of();
    }
}
