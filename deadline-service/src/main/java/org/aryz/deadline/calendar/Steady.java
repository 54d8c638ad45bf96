package org.aryz.deadline.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Since when the clocks of a zone are not set any more: from then on one offset tells local time, and no table is searched. */
record Steady(ZoneId zone, ZoneOffset offset, Instant since, LocalDate first) {
    private static final Map<ZoneId, Steady> KNOWN = new ConcurrentHashMap<>();

    static Steady of(ZoneId zone) {
        return KNOWN.computeIfAbsent(zone, Steady::find);
    }

    private static Steady find(ZoneId zone) {
        var rules = zone.getRules();
        if (!rules.getTransitionRules().isEmpty()) {
            return new Steady(zone, rules.getOffset(Instant.MAX), Instant.MAX, LocalDate.MAX);
        }
        var last =
                rules.getTransitions().isEmpty() ? null : rules.getTransitions().getLast();
        return last == null
                ? new Steady(zone, rules.getOffset(Instant.EPOCH), Instant.MIN, LocalDate.MIN)
                : after(zone, last);
    }

    /** A whole day later, so that no local time can mean two instants. */
    private static Steady after(ZoneId zone, ZoneOffsetTransition last) {
        var first = last.getDateTimeBefore().toLocalDate().plusDays(2);
        return new Steady(zone, last.getOffsetAfter(), first.atStartOfDay().toInstant(last.getOffsetAfter()), first);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(first);
    }

    /** What tells local time at an instant: the offset where it is steady. */
    ZoneId zoneAt(Instant instant) {
        return instant.isBefore(since) ? zone : offset;
    }
}
