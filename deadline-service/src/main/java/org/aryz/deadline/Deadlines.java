package org.aryz.deadline;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;

/** All deadlines of one complaint: a pure function of its facts, the law and the calendar. No clock is asked. */
public final class Deadlines {
    private final Map<UUID, Deadline> byId;

    private Deadlines(Map<UUID, Deadline> byId) {
        this.byId = byId;
    }

    public static Deadlines compute(CaseFacts facts, Law law, Calendars calendars) {
        var byId = new TreeMap<UUID, Deadline>();
        for (var rule : law.of(facts.complaint().jurisdiction())) {
            var calendar = calendars.of(facts.complaint().jurisdiction(), rule.calendar());
            var computation = new Computation(rule, facts, law, calendar);
            onlyEarliestWarns(computed(computation, rule))
                    .forEach(deadline -> byId.put(deadline.term().deadline(), deadline));
        }
        return new Deadlines(byId);
    }

    private static List<Deadline> computed(Computation computation, Rule rule) {
        var deadlines = new ArrayList<Deadline>();
        for (Reading reading : rule.readings()) {
            deadlines.addAll(computation.deadlines(reading));
        }
        return deadlines;
    }

    /** Where a rule is read in several ways, all run, and of those that are not shadows the earliest warns. */
    private static List<Deadline> onlyEarliestWarns(List<Deadline> deadlines) {
        var rivals = deadlines.stream()
                .filter(deadline -> !deadline.term().shadow() && deadline.standing() instanceof Standing.Open)
                .collect(groupingBy(deadline -> deadline.term().subject()));
        return deadlines.stream().map(deadline -> quieted(deadline, rivals)).toList();
    }

    private static Deadline quieted(Deadline deadline, Map<String, List<Deadline>> rivals) {
        var same = rivals.getOrDefault(deadline.term().subject(), List.of());
        if (!same.contains(deadline)) {
            return deadline;
        }
        var first = same.stream()
                .min(comparing((Deadline other) -> other.term().dueAt())
                        .thenComparing(other -> other.term().reading()))
                .orElseThrow();
        return first.equals(deadline) ? deadline : deadline.with(Ladders.onlyTheEnd(deadline.ladder()));
    }

    public List<Deadline> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Deadline> find(UUID deadline) {
        return Optional.ofNullable(byId.get(deadline));
    }
}
