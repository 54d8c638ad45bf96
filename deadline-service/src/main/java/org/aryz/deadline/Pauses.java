package org.aryz.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aryz.deadline.calculation.Moment;
import org.aryz.deadline.calculation.Suspension;
import org.aryz.deadline.calendar.LegalTime;
import org.jspecify.annotations.Nullable;

/** The times in which a term stood still, in order. */
record Pauses(List<Pause> all) {

    /** From a fact that stopped the clock to the one that let it run on; open while there is none. */
    record Pause(Instant from, @Nullable Instant to, String reason) {}

    private record Turn(Instant at, boolean stops, String reason) {}

    /** Where the times are uncertain, a warning takes the shortest pause that is possible, an expiry the longest. */
    static Pauses of(List<Fact> stopping, List<Fact> resuming, LegalTime time, boolean longest) {
        // Stops come first: stopped and resumed at the same moment is not stopped at all.
        var turns = Stream.concat(
                        stopping.stream().map(fact -> new Turn(edge(fact, time, longest), true, fact.asReason())),
                        resuming.stream().map(fact -> new Turn(edge(fact, time, !longest), false, fact.asReason())))
                .sorted(Comparator.comparing(Turn::at)
                        .thenComparing(turn -> !turn.stops())
                        .thenComparing(Turn::reason));
        var pauses = new ArrayList<Pause>();
        turns.forEachOrdered(turn -> add(turn, pauses));
        return new Pauses(List.copyOf(pauses));
    }

    /** A pause told in days begins and ends with the beginning of a day. */
    private static Instant edge(Fact fact, LegalTime time, boolean early) {
        return switch (fact.occurred()) {
            case Occurred.On on -> time.startOf(early ? on.earliest() : on.latest());
            case Occurred.At at -> early ? at.earliest() : at.latest();
        };
    }

    private static void add(Turn turn, List<Pause> pauses) {
        var last = pauses.isEmpty() ? null : pauses.getLast();
        var stopped = last != null && last.to() == null ? last : null;
        if (turn.stops() && stopped == null) {
            pauses.add(new Pause(turn.at(), null, turn.reason()));
        } else if (!turn.stops() && stopped != null) {
            pauses.set(pauses.size() - 1, new Pause(stopped.from(), turn.at(), stopped.reason()));
        }
    }

    /** Those that are over, as the arithmetic takes them. */
    List<Suspension> ended() {
        var ended = new ArrayList<Suspension>();
        for (var pause : all) {
            if (pause.to() != null) {
                ended.add(new Suspension(new Moment.At(pause.from()), new Moment.At(pause.to())));
            }
        }
        return ended;
    }

    /** The pause in which a term that ends at some instant still stands, or null. */
    @Nullable
    Pause open(Instant due) {
        var last = all.isEmpty() ? null : all.getLast();
        return last != null && last.to() == null && last.from().isBefore(due) ? last : null;
    }
}
