package org.aryz.deadline.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How far a calendar can be relied on, seen from one day.
 *
 * @param today the day it is seen from
 * @param until the last day the table speaks of; later days rest on weekends and statutory dates alone
 * @param daysOff the days off still to come, but weekends, each with how it is known and whether somebody has to confirm it
 */
public record Coverage(Jurisdiction country, Scope scope, LocalDate today, LocalDate until, List<DayOff> daysOff) {
    /** How long before the table ends, or a day is reached of which nobody is sure, people are warned. */
    private static final int DAYS_AHEAD = 60;

    private static final String FORECAST = "estimated";

    public Coverage {
        daysOff = List.copyOf(daysOff);
    }

    /** By what was declared until that day. */
    public static Coverage of(Calendars calendars, Jurisdiction country, Scope scope, LocalDate today) {
        var calendar = calendars.knownOn(today).of(country, scope);
        var until = calendar.coveredUntil();
        return new Coverage(country, scope, today, until, daysOff(calendar, today, until));
    }

    private static List<DayOff> daysOff(Calendar calendar, LocalDate from, LocalDate until) {
        return days(from, until)
                .filter(day -> !calendar.day(day).surelyWorking())
                .map(calendar::whyOff)
                .filter(off -> !off.reason().equals(DayOff.WEEKEND))
                .toList();
    }

    private static Stream<LocalDate> days(LocalDate from, LocalDate until) {
        return from.isAfter(until) ? Stream.empty() : from.datesUntil(until.plusDays(1));
    }

    /** Days until the table ends; negative once it has. */
    public long daysCovered() {
        return until.toEpochDay() - today.toEpochDay();
    }

    public boolean endsSoon() {
        return daysCovered() < DAYS_AHEAD;
    }

    /** Days off that nobody has confirmed yet. */
    public List<DayOff> provisional() {
        return daysOff.stream().filter(DayOff::provisional).toList();
    }

    /** Those of them that are near. */
    public List<DayOff> unconfirmedSoon() {
        var horizon = today.plusDays(DAYS_AHEAD);
        return provisional().stream().filter(off -> !off.day().isAfter(horizon)).toList();
    }

    /** How many of the days off to come are known how. */
    public SortedMap<String, Long> confidence() {
        var known = new TreeMap<String, Long>();
        daysOff.forEach(off -> known.merge(off.source(), 1L, Long::sum));
        return known;
    }

    /** Whose word is awaited: of those who watch the moon, or of the state in its official text. */
    public static String confirmedBy(DayOff off) {
        return off.source().contains(FORECAST) ? "religious-authority" : "official-text";
    }
}
