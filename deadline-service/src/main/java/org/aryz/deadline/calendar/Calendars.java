package org.aryz.deadline.calendar;

import static java.util.Collections.unmodifiableNavigableSet;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The calendars of all countries with all their revisions, looked at as known on one day. */
public final class Calendars {
    private final List<Revision> revisions;
    private final NavigableSet<LocalDate> revisionDays;
    private final LocalDate knownOn;
    private final Map<Key, Calendar> built;

    private record Key(Jurisdiction country, Scope scope, LocalDate knownOn) {}

    private Calendars(
            List<Revision> revisions,
            NavigableSet<LocalDate> revisionDays,
            LocalDate knownOn,
            Map<Key, Calendar> built) {
        this.revisions = revisions;
        this.revisionDays = revisionDays;
        this.knownOn = knownOn;
        this.built = built;
    }

    /** The table that ships with the product, as known by its last revision. */
    public static Calendars load() {
        return of(HolidayTable.load("calendars/holidays-2015-2028.csv"));
    }

    private static Calendars of(List<Revision> revisions) {
        var revisionDays = revisions.stream()
                .map(Revision::knownFrom)
                .filter(day -> day.isAfter(LocalDate.MIN))
                .collect(toCollection(TreeSet::new));
        return new Calendars(
                        revisions, unmodifiableNavigableSet(revisionDays), LocalDate.MAX, new ConcurrentHashMap<>())
                .knownOn(LocalDate.MAX);
    }

    /** The same tables with later words on some days. */
    public Calendars with(Collection<Revision> later) {
        var all = new ArrayList<>(revisions);
        all.addAll(later);
        return of(List.copyOf(all));
    }

    /** Whether the table of a country speaks of the year of a day; a single day would not make a year known. */
    public boolean cover(Jurisdiction country, LocalDate day) {
        return revisions.stream()
                .anyMatch(revision ->
                        revision.country() == country && revision.date().getYear() == day.getYear());
    }

    /** The same table without what was declared later: why a date was once computed as it was. */
    public Calendars knownOn(LocalDate day) {
        var revision = revisionDays.floor(day);
        return new Calendars(revisions, revisionDays, revision == null ? LocalDate.MIN : revision, built);
    }

    /** The days from which something new became known, each a reason to compute open deadlines again. */
    public NavigableSet<LocalDate> revisionDays() {
        return revisionDays;
    }

    public Calendar of(Jurisdiction country, Scope scope) {
        return built.computeIfAbsent(new Key(country, scope, knownOn), _ -> build(country, scope));
    }

    private Calendar build(Jurisdiction country, Scope scope) {
        var own = revisions.stream()
                .filter(revision -> revision.country() == country)
                .toList();
        var days = own.stream().map(Revision::date).collect(toCollection(TreeSet::new));
        return new Calendar(
                visible(own, scope), days.first().getYear(), days.last().getYear());
    }

    private Map<LocalDate, List<Revision>> visible(List<Revision> own, Scope scope) {
        return own.stream()
                .filter(revision -> !revision.knownFrom().isAfter(knownOn))
                .filter(revision -> scope == Scope.STATE_BODIES || revision.scope() == Scope.ALL)
                .sorted(Comparator.comparing(Revision::knownFrom))
                .collect(groupingBy(Revision::date));
    }
}
