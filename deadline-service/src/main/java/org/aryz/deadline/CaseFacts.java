package org.aryz.deadline;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.FactPattern;
import org.jspecify.annotations.Nullable;

/** All that is known of one complaint; the order in which it became known never matters. */
public final class CaseFacts {
    private static final String SUSPECT = "suspect";

    private final Complaint complaint;
    private final Map<String, Fact> byId;
    private final Map<String, List<Fact>> byType;
    private final SortedSet<String> suspects;
    private final LegalTime time;
    private final Comparator<Fact> inOrder;

    private CaseFacts(Complaint complaint, Map<String, Fact> byId) {
        this.complaint = complaint;
        this.byId = byId;
        this.byType = byId.values().stream().collect(groupingBy(Fact::type));
        this.suspects = new TreeSet<>();
        byId.values().forEach(fact -> suspects.addAll(fact.all(SUSPECT)));
        this.time = new LegalTime(zone());
        this.inOrder = comparing((Fact fact) -> fact.occurred().earliest(time)).thenComparing(Fact::id);
    }

    public static CaseFacts of(Complaint complaint) {
        return new CaseFacts(complaint, Map.of());
    }

    /** Of a fact told more than once, what was told last counts. */
    public CaseFacts with(Complaint current, Collection<Fact> facts) {
        var all = new TreeMap<>(byId);
        facts.forEach(fact -> all.merge(fact.id(), fact, CaseFacts::toldLast));
        return new CaseFacts(current, all);
    }

    private static Fact toldLast(Fact one, Fact other) {
        return comparing(Fact::toldAt).thenComparing(Fact::toString).compare(one, other) >= 0 ? one : other;
    }

    public Complaint complaint() {
        return complaint;
    }

    /** Every fact as it was told last. */
    public Collection<Fact> all() {
        return byId.values();
    }

    /** What a fact told again is silent about stays as it was told: a new date of an act leaves its kind. */
    Fact completed(Fact fact) {
        var known = byId.get(fact.id());
        if (known == null) {
            return fact;
        }
        var fields = new TreeMap<>(known.fields());
        fields.putAll(fact.fields());
        return new Fact(fact.id(), fact.type(), fact.occurred(), fact.received(), fact.toldAt(), fields);
    }

    /** Whether a fact tells something that was not known. */
    public boolean isNews(Fact fact) {
        var known = byId.get(fact.id());
        return known == null || (!known.equals(fact) && toldLast(known, fact).equals(fact));
    }

    public List<Fact> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    List<Fact> matching(FactPattern pattern) {
        var found = ofType(pattern.type());
        if (found.isEmpty() || pattern.where().isEmpty()) {
            return found;
        }
        var matching = new ArrayList<Fact>(found.size());
        for (var fact : found) {
            if (matches(pattern, fact)) {
                matching.add(fact);
            }
        }
        return matching;
    }

    /** Each fact once; as most patterns match nothing in most cases, the way there is short. */
    List<Fact> matchingAny(List<FactPattern> patterns) {
        List<Fact> found = List.of();
        for (var pattern : patterns) {
            var more = matching(pattern);
            found = found.isEmpty() ? more : more.isEmpty() ? found : joined(found, more);
        }
        return found;
    }

    private static List<Fact> joined(List<Fact> some, List<Fact> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static boolean matches(FactPattern pattern, Fact fact) {
        for (var field : pattern.where().entrySet()) {
            if (Collections.disjoint(field.getValue(), fact.all(field.getKey()))) {
                return false;
            }
        }
        return true;
    }

    public LegalTime time() {
        return time;
    }

    /** By the earliest possible moment, so that order is the same whatever became known first. */
    Comparator<Fact> inOrder() {
        return inOrder;
    }

    private ZoneId zone() {
        return ofType("complaint.received").stream()
                .max(comparing(Fact::toldAt))
                .map(received -> received.one("zone"))
                .map(ZoneId::of)
                .orElse(complaint.jurisdiction().zone());
    }

    /** By opaque ids, everybody whom any fact names as a suspect. */
    SortedSet<String> suspects() {
        return suspects;
    }

    /** The team now in charge, if any. */
    public @Nullable String team() {
        return latestAssignment("team");
    }

    /** The person now in charge, by opaque id, if any. */
    public @Nullable String assignee() {
        return latestAssignment("assignee");
    }

    private @Nullable String latestAssignment(String field) {
        return Stream.concat(ofType("complaint.triaged").stream(), ofType("complaint.assigned").stream())
                .filter(fact -> fact.one(field) != null)
                .max(comparing(Fact::toldAt).thenComparing(Fact::id))
                .map(fact -> fact.one(field))
                .orElse(null);
    }

    /** Whether a named person has closed the complaint and nobody opened it again. */
    boolean closed() {
        return Stream.concat(ofType("complaint.closed").stream(), ofType("complaint.reopened").stream())
                .max(comparing(Fact::toldAt).thenComparing(Fact::id))
                .filter(last -> last.type().equals("complaint.closed"))
                .isPresent();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CaseFacts facts && complaint.equals(facts.complaint) && byId.equals(facts.byId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(complaint, byId);
    }

    @Override
    public String toString() {
        return complaint + " " + byId.values();
    }
}
