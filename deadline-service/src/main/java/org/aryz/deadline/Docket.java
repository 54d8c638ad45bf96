package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.Standing.Waived;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of an open complaint to tell how a change of law would move its deadlines, without reading its history.
 *
 * @param givenUp the deadlines that a named person gave up
 * @param days every day on which one of its deadlines ends or should be acted upon: a day of the calendar far from all of them
 *     moves nothing that is not counted in working days
 * @param fingerprint of all dates computed; computed anew by the same law, only another time-zone database can change it
 */
public record Docket(CaseFacts facts, SortedSet<UUID> givenUp, SortedSet<LocalDate> days, long fingerprint) {
    public Docket {
        givenUp = new TreeSet<>(givenUp);
        days = new TreeSet<>(days);
    }

    /** Empty for a complaint that is unknown or closed. */
    public static Optional<Docket> of(Clocks state, Circumstances circumstances) {
        var facts = state.facts();
        if (facts == null || facts.closed()) {
            return Optional.empty();
        }
        var deadlines = circumstances.deadlines(facts).all();
        var days = new TreeSet<LocalDate>();
        deadlines.stream().map(Deadline::term).forEach(term -> {
            days.add(term.due());
            days.add(term.lastSafeDay());
            days.add(term.actBy());
            if (term.expiresAt() != null) {
                days.add(facts.time().dayEndingAt(term.expiresAt()));
            }
        });
        return Optional.of(new Docket(facts, givenUp(state), days, fingerprint(deadlines)));
    }

    private static SortedSet<UUID> givenUp(Clocks state) {
        var found = new TreeSet<UUID>();
        state.byDeadline().forEach((deadline, clock) -> {
            if (clock.standing() instanceof Waived waived && waived.by() != null) {
                found.add(deadline);
            }
        });
        return found;
    }

    /** What would have been said by now, had this law always held. */
    public Clocks under(Circumstances circumstances) {
        var id = facts.complaint().id();
        var all = new NoteFacts(facts.complaint(), "docket", id, List.copyOf(facts.all()));
        var state = Clocks.NONE;
        for (var event : Decider.decide(all, state, circumstances)) {
            state = Clocks.evolve(state, event);
        }
        for (var deadline : givenUp) {
            var clock = state.byDeadline().get(deadline);
            if (clock != null) {
                state = Clocks.evolve(state, new DeadlineWaived(clock.term(), "given-up", "somebody"));
            }
        }
        return state;
    }

    /** Whether the same dates are computed now as when it was written. */
    public boolean stands(Circumstances circumstances) {
        return fingerprint(circumstances.deadlines(facts).all()) == fingerprint;
    }

    private static long fingerprint(List<Deadline> deadlines) {
        var hash = 0L;
        for (var deadline : deadlines) {
            var term = deadline.term();
            hash = mixed(hash, term.deadline().getLeastSignificantBits());
            hash = mixed(hash, seconds(term.dueAt()));
            hash = mixed(hash, seconds(term.expiresAt()));
            hash = mixed(hash, term.lastSafeDay().toEpochDay());
            hash = mixed(hash, term.actBy().toEpochDay());
        }
        return hash;
    }

    private static long mixed(long hash, long value) {
        return 31 * hash + value;
    }

    private static long seconds(@Nullable Instant instant) {
        return instant == null ? 0 : instant.getEpochSecond();
    }
}
