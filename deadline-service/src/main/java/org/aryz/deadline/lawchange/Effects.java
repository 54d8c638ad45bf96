package org.aryz.deadline.lawchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.DeadlineCommand.Recalculate;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.AlertWithdrawn;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.DeadlineMet;
import org.aryz.deadline.DeadlineEvent.DeadlineOpened;
import org.aryz.deadline.DeadlineEvent.DeadlineRecalculated;
import org.aryz.deadline.DeadlineEvent.DeadlineResumed;
import org.aryz.deadline.DeadlineEvent.DeadlineSuspended;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.aryz.deadline.Decider;
import org.aryz.deadline.Term;
import org.jspecify.annotations.Nullable;

/** Tells what would become of one complaint's deadlines: what would be said under another law. */
public final class Effects {
    private static final Recalculate AGAIN = new Recalculate("dry-run");

    private final Map<UUID, Gathered> bySubject = new TreeMap<>();
    private final UUID complaint;

    private Effects(UUID complaint) {
        this.complaint = complaint;
    }

    /** @param said how the deadlines would stand at this hour under the present law, so that all that is new comes from the other */
    public static List<Effect> of(UUID complaint, Clocks said, Circumstances proposed) {
        return gathered(complaint, said, proposed).map(Gathered::effect).toList();
    }

    /** What the present law would say now of what was said: other dates than those said can only come from other time zones. */
    public static List<Effect> ofTimeZones(UUID complaint, Clocks said, Circumstances present) {
        return gathered(complaint, said, present)
                .filter(Gathered::moves)
                .map(Gathered::effect)
                .toList();
    }

    private static Stream<Gathered> gathered(UUID complaint, Clocks said, Circumstances circumstances) {
        var effects = new Effects(complaint);
        Decider.decide(AGAIN, said, circumstances).forEach(effects::note);
        return effects.bySubject.values().stream();
    }

    private void note(DeadlineEvent event) {
        switch (event) {
            case DeadlineOpened opened ->
                of(opened.term()).moved(null, opened.term().dueAt()).becomes("opened");
            case DeadlineRecalculated changed -> recalculated(changed);
            case DeadlineResumed resumed ->
                of(resumed.term())
                        .moved(resumed.oldDueAt(), resumed.term().dueAt())
                        .becomes("resumed");
            case DeadlineSuspended suspended -> of(suspended.term()).becomes("suspended");
            case DeadlineMet met -> of(met.term()).becomes(met.late() ? "met-late" : "met");
            case DeadlineWaived waived ->
                of(waived.term()).moved(waived.term().dueAt(), null).becomes(waived.reason());
            case DeadlineBreached breached -> of(breached.term()).becomes("breached");
            case LimitationExpired expired -> of(expired.term()).becomes("expired");
            case ComplaintExpired _ -> of(complaint, "").becomes("complaint-expired");
            case AlertRaised raised -> of(raised.term()).alerts.add(raised.rung());
            case AlertWithdrawn _, FactsNoted _ -> {}
        }
    }

    /** Its end may stay while the day to act by, the rule's version or what to take with care changes. */
    private void recalculated(DeadlineRecalculated changed) {
        var gathered =
                of(changed.term()).moved(changed.oldDueAt(), changed.term().dueAt());
        if (!gathered.moves()) {
            gathered.becomes("restated");
        }
    }

    private Gathered of(Term term) {
        var gathered = of(term.deadline(), term.rule());
        return gathered.newDueAt == null && gathered.oldDueAt == null
                ? gathered.moved(term.dueAt(), term.dueAt())
                : gathered;
    }

    private Gathered of(UUID subject, String rule) {
        return bySubject.computeIfAbsent(subject, id -> new Gathered(id, rule));
    }

    /** What is known so far of one deadline. */
    private static final class Gathered {
        private final UUID subject;
        private final String rule;
        private final List<String> alerts = new ArrayList<>();
        private final List<String> states = new ArrayList<>();
        private @Nullable Instant oldDueAt;
        private @Nullable Instant newDueAt;

        Gathered(UUID subject, String rule) {
            this.subject = subject;
            this.rule = rule;
        }

        Gathered moved(@Nullable Instant from, @Nullable Instant to) {
            oldDueAt = from;
            newDueAt = to;
            return this;
        }

        void becomes(String state) {
            states.add(state);
        }

        boolean moves() {
            return oldDueAt == null ? newDueAt != null : !oldDueAt.equals(newDueAt);
        }

        Effect effect() {
            return new Effect(subject, rule, oldDueAt, newDueAt, alerts, states);
        }
    }
}
