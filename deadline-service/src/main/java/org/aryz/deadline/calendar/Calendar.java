package org.aryz.deadline.calendar;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;

/**
 * The working days of one country, for one scope, as known on one day. Before and after the table, weekends and the days that
 * were fixed by statute in its first or last year serve, and every answer is provisional.
 */
public final class Calendar implements Workdays {
    private final Map<LocalDate, List<Revision>> table;
    private final LocalDate first;
    private final LocalDate last;
    private final Day[] days;
    private final Map<MonthDay, Revision> fixedBefore;
    private final Map<MonthDay, Revision> fixedAfter;
    private final Calendar declared;

    private Calendar(Calendar cautious) {
        this.table = cautious.table;
        this.first = cautious.first;
        this.last = cautious.last;
        this.days = first.datesUntil(last.plusDays(1)).map(cautious::declared).toArray(Day[]::new);
        this.fixedBefore = cautious.fixedBefore;
        this.fixedAfter = cautious.fixedAfter;
        this.declared = this;
    }

    /** From what was said of each day, the last word last, for whole years. */
    Calendar(Map<LocalDate, List<Revision>> table, int firstYear, int lastYear) {
        this.table = table;
        this.first = LocalDate.of(firstYear, 1, 1);
        this.last = LocalDate.of(lastYear, 12, 31);
        this.days = first.datesUntil(last.plusDays(1)).map(this::cautious).toArray(Day[]::new);
        this.fixedBefore = fixedByStatuteIn(firstYear);
        this.fixedAfter = fixedByStatuteIn(lastYear);
        this.declared = new Calendar(this);
    }

    /** The same calendar where the last word on a day counts, confirmed or not; what is unconfirmed stays provisional. */
    public Calendar asDeclared() {
        return declared;
    }

    /** The last day the table speaks of; later days rest on weekends and statutory dates alone. */
    @Override
    public LocalDate coveredUntil() {
        return last;
    }

    @Override
    public Day day(LocalDate date) {
        var index = date.toEpochDay() - first.toEpochDay();
        return index >= 0 && index < days.length ? days[(int) index] : beyond(date);
    }

    @Override
    public DayOff whyOff(LocalDate date) {
        var said = said(date);
        if (!said.isEmpty() && said.getLast().off()) {
            return DayOff.of(said.getLast(), date, day(date).provisional());
        }
        if (weekend(date)) {
            return DayOff.weekend(date);
        }
        return said.stream()
                .filter(Revision::off)
                .reduce((_, later) -> later)
                .map(off -> DayOff.of(off, date, true))
                .orElseGet(() -> new DayOff(date, "beside-a-forecast", "", "estimated_moon", true));
    }

    private List<Revision> said(LocalDate date) {
        if (date.isBefore(first) || date.isAfter(last)) {
            var fixed = (date.isBefore(first) ? fixedBefore : fixedAfter).get(MonthDay.from(date));
            return fixed == null ? List.of() : List.of(fixed);
        }
        return table.getOrDefault(date, List.of());
    }

    private Day beyond(LocalDate date) {
        var said = said(date);
        var working = said.isEmpty() && !weekend(date);
        return new Day(
                working, working, true, said.isEmpty() ? "" : said.getLast().name());
    }

    /** Both answers where the last word is not sure. */
    private Day cautious(LocalDate date) {
        var mayBe = !weekend(date);
        var surely = mayBe;
        var name = "";
        for (var revision : said(date)) {
            var working = revision.worked(weekend(date));
            mayBe = revision.sure() ? working : mayBe || working;
            surely = revision.sure() ? working : surely && working;
            name = revision.off() ? revision.name() : "";
        }
        var day = new Day(mayBe, surely, mayBe != surely, name);
        return surely && (forecast(date.minusDays(1)) || forecast(date.plusDays(1))) ? day.besideForecast() : day;
    }

    /** Until somebody settles it. */
    private boolean forecast(LocalDate date) {
        var open = false;
        for (var revision : table.getOrDefault(date, List.of())) {
            open = !revision.sure() && (open || (revision.off() && revision.forecast()));
        }
        return open;
    }

    private Day declared(LocalDate date) {
        var said = said(date);
        return day(date)
                .settled(said.isEmpty() ? !weekend(date) : said.getLast().worked(weekend(date)));
    }

    private Map<MonthDay, Revision> fixedByStatuteIn(int year) {
        return table.values().stream()
                .map(List::getLast)
                .filter(word -> word.fixedByStatute() && word.date().getYear() == year)
                .collect(toMap(word -> MonthDay.from(word.date()), word -> word));
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
