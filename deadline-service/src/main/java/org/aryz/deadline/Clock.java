package org.aryz.deadline;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said so far of one deadline.
 *
 * @param handled rungs raised or skipped for the present due instant
 * @param alert the alert that stands, if any
 */
public record Clock(
        Term term,
        Standing standing,
        boolean breached,
        boolean expired,
        SequencedSet<String> handled,
        @Nullable UUID alert) {

    static Clock opened(Term term) {
        return new Clock(term, new Standing.Open(), false, false, new LinkedHashSet<>(), null);
    }

    public boolean runs() {
        return standing instanceof Standing.Open;
    }

    boolean mayBeGivenUp() {
        return runs() || standing instanceof Standing.Suspended;
    }

    /** The standing in one word: a term that runs and has run out is breached, or expired where the rule may say so. */
    public String status() {
        return !runs() ? standing.code() : expired ? "expired" : breached ? "breached" : "open";
    }

    /** A new due instant begins a new ladder. */
    Clock with(Term next) {
        var sameDue = next.dueAt().equals(term.dueAt());
        var sameExpiry = Objects.equals(next.expiresAt(), term.expiresAt());
        return new Clock(
                next,
                standing,
                breached && sameDue,
                expired && sameDue && sameExpiry,
                sameDue ? handled : new LinkedHashSet<>(),
                alert);
    }

    Clock with(Standing next) {
        return new Clock(term, next, breached, expired, handled, alert);
    }

    Clock asBreached() {
        return new Clock(term, standing, true, expired, handled, alert);
    }

    Clock asExpired() {
        return new Clock(term, standing, breached, true, handled, alert);
    }

    Clock raised(DeadlineEvent.AlertRaised raised) {
        var all = new LinkedHashSet<>(handled);
        all.addAll(raised.skipped());
        all.add(raised.rung());
        return new Clock(term, standing, breached, expired, all, raised.alert());
    }

    Clock withdrawn(UUID which) {
        return new Clock(term, standing, breached, expired, handled, which.equals(alert) ? null : alert);
    }
}
