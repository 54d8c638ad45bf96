package org.aryz.deadline.lawchange;

import java.time.LocalDate;
import java.util.List;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Revision.What;
import org.aryz.deadline.calendar.Scope;

/** What is to change. */
public sealed interface Proposal {

    /** Versions of rules in the words of a law file. */
    record Rules(String text) implements Proposal {}

    /** What named persons know of some days: a feast day confirmed or moved, a day off declared or taken back. */
    record Days(List<Day> days) implements Proposal {
        public Days {
            days = List.copyOf(days);
        }
    }

    /** One day of a country's calendar. */
    record Day(Jurisdiction country, LocalDate date, What what, String kind, Scope scope, String name) {}

    /** The time-zone database of the runtime is another one than that by which the dates so far were found. */
    record ZoneData(String from, String to) implements Proposal {}

    /** The kind in one word. */
    default String code() {
        return switch (this) {
            case Rules _ -> "rules";
            case Days _ -> "calendar";
            case ZoneData _ -> "time-zone-database";
        };
    }
}
