package org.aryz.deadline.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.aryz.deadline.calendar.Day;
import org.aryz.deadline.calendar.DayOff;
import org.aryz.deadline.calendar.Workdays;

/** Notes the steps of a calculation while it goes, if they are asked for, and whether one of them may come out differently later. */
final class Steps {
    private final List<Step> steps = new ArrayList<>();
    private final boolean explained;
    private boolean provisional;

    Steps(boolean explained) {
        this.explained = explained;
    }

    /** Notes a step with pairs of names and values. */
    void add(String code, Object... pairs) {
        if (!explained) {
            return;
        }
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        steps.add(new Step(code, values));
    }

    void add(List<Step> more) {
        steps.addAll(more);
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
    List<DayOff> off(Workdays calendar, LocalDate from, LocalDate to, Predicate<LocalDate> passed) {
        return explained && from.isBefore(to)
                ? from.datesUntil(to).filter(passed).map(calendar::whyOff).toList()
                : List.of();
    }
}
