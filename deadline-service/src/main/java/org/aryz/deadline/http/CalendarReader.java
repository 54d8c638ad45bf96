package org.aryz.deadline.http;

import static java.util.stream.Collectors.toSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.calendar.GivenWorkdays;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Scope;
import org.aryz.deadline.calendar.Workdays;
import org.aryz.deadline.http.CalculationRequest.CalendarRequest;
import org.jspecify.annotations.Nullable;

/** Finds the calendar that is named, or takes the days that are given. */
record CalendarReader(Calendars calendars, Texts texts, Faults faults) {
    private static final Workdays EVERY_DAY = new GivenWorkdays(Set.of(), Set.of(), Set.of());

    Workdays read(@Nullable CalendarRequest asked, boolean needed) {
        if (asked == null) {
            if (needed) {
                faults.missing("/calendar");
            }
            return EVERY_DAY;
        }
        if (asked.id() != null) {
            if (asked.given()) {
                faults.unacceptable("/calendar", "named-and-given", "Either name a calendar or give its days");
            }
            return named(asked.id(), asked);
        }
        if (asked.scope() != null || asked.knownOn() != null) {
            faults.missing("/calendar/id");
            return EVERY_DAY;
        }
        return given(asked);
    }

    private Workdays named(String id, CalendarRequest asked) {
        var scope = texts.code("/calendar/scope", asked.scope(), Scope.ALL, Texts::lowerCase);
        var country = Arrays.stream(Jurisdiction.values())
                .filter(each -> each.name().equals(id))
                .findFirst();
        if (country.isEmpty()) {
            faults.unacceptable("/calendar/id", "unknown-calendar", "One of " + Arrays.toString(Jurisdiction.values()));
            return EVERY_DAY;
        }
        var known = asked.knownOn() == null ? calendars : calendars.knownOn(asked.knownOn());
        return known.of(country.get(), scope).asDeclared();
    }

    private Workdays given(CalendarRequest asked) {
        if (asked.weekend() == null) {
            faults.missing("/calendar/weekend");
            return EVERY_DAY;
        }
        return new GivenWorkdays(
                weekend(asked.weekend()),
                dates("/calendar/daysOff", asked.daysOff()),
                dates("/calendar/workingDays", asked.workingDays()));
    }

    private Set<DayOfWeek> weekend(List<@Nullable String> names) {
        var days = new HashSet<DayOfWeek>();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (name == null) {
                faults.missing("/calendar/weekend/" + i);
            } else {
                days.add(texts.code("/calendar/weekend/" + i, name.toUpperCase(Locale.ROOT), DayOfWeek.SUNDAY));
            }
        }
        return days;
    }

    private Set<LocalDate> dates(String pointer, @Nullable List<@Nullable LocalDate> dates) {
        if (dates == null) {
            return Set.of();
        }
        if (dates.contains(null)) {
            faults.missing(pointer + "/" + dates.indexOf(null));
            return Set.of();
        }
        return dates.stream().map(date -> date == null ? LocalDate.EPOCH : date).collect(toSet());
    }
}
