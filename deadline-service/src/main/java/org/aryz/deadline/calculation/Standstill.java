package org.aryz.deadline.calculation;

import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All suspensions of a term on one scale, days or time: in order, those that overlap made one, those of no length left out.
 *
 * @param runningSince where one has begun that has no end yet
 */
record Standstill<T extends Temporal & Comparable<? super T>>(
        List<Stretch<T>> ended, @Nullable T runningSince, ChronoUnit unit) {

    static <T extends Temporal & Comparable<? super T>> Standstill<T> of(
            List<Suspension> suspensions, Function<Moment, T> scale, ChronoUnit unit) {
        var ended = new ArrayList<Stretch<T>>();
        T running = null;
        for (var suspension : suspensions) {
            var from = scale.apply(suspension.from());
            if (suspension.to() != null) {
                ended.add(new Stretch<>(from, scale.apply(suspension.to())));
            } else if (running == null || from.compareTo(running) < 0) {
                running = from;
            }
        }
        return new Standstill<>(joined(ended), running, unit);
    }

    private static <T extends Comparable<? super T>> List<Stretch<T>> joined(List<Stretch<T>> stretches) {
        stretches.removeIf(Stretch::isEmpty);
        stretches.sort(Comparator.comparing((Stretch<T> stretch) -> stretch.from()));
        var joined = new ArrayList<Stretch<T>>();
        for (var next : stretches) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.to().compareTo(next.from()) < 0) {
                joined.add(next);
            } else if (last.to().compareTo(next.to()) < 0) {
                joined.set(joined.size() - 1, new Stretch<>(last.from(), next.to()));
            }
        }
        return joined;
    }

    /** What stood still of a term that runs from one point up to another and ends later by each of these. */
    List<Stretch<T>> within(T from, T to) {
        var within = new ArrayList<Stretch<T>>();
        var end = to;
        for (var stretch : ended) {
            var part = stretch.from(from);
            if (part.from().compareTo(end) < 0 && !part.isEmpty()) {
                within.add(part);
                end = unit.addTo(end, length(part));
            }
        }
        return within;
    }

    /** What stood still between two points, the latter left out. */
    List<Stretch<T>> meeting(T from, T to) {
        return ended.stream()
                .map(stretch -> stretch.from(from))
                .filter(part -> !part.isEmpty() && part.from().compareTo(to) < 0)
                .toList();
    }

    /** The end of a term, later by what stood still of it. */
    T moved(T end, List<Stretch<T>> within) {
        var moved = end;
        for (var part : within) {
            moved = unit.addTo(moved, length(part));
        }
        return moved;
    }

    private long length(Stretch<T> part) {
        return unit.between(part.from(), part.to());
    }

    /** Since when a term that would end here stands still and has no end yet, or null where it has one. */
    @Nullable
    T standsSince(T end) {
        return runningSince != null && runningSince.compareTo(end) < 0 ? runningSince : null;
    }

    boolean covers(T point) {
        var index = Collections.binarySearch(ended, new Stretch<>(point, point), Comparator.comparing(Stretch::from));
        var before = index >= 0 ? index : -index - 2;
        return before >= 0 && ended.get(before).to().compareTo(point) > 0;
    }
}
