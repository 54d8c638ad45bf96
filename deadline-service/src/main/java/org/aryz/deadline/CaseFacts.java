package org.aryz.deadline;

import static java.util.Comparator.comparing;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.FactPattern;
import org.jspecify.annotations.Nullable;

/** All that is known of one complaint; the order in which it became known never matters. */
public record CaseFacts(Complaint complaint, Map<String, Fact> byId) {
    public CaseFacts {
        byId = Map.copyOf(byId);
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

    public Stream<Fact> ofType(String type) {
        return byId.values().stream().filter(fact -> fact.type().equals(type));
    }

    Stream<Fact> matching(FactPattern pattern) {
        return ofType(pattern.type()).filter(fact -> matches(pattern, fact));
    }

    Stream<Fact> matchingAny(List<FactPattern> patterns) {
        return patterns.stream().flatMap(this::matching).distinct();
    }

    private static boolean matches(FactPattern pattern, Fact fact) {
        return pattern.where().entrySet().stream()
                .allMatch(field -> fact.all(field.getKey()).stream().anyMatch(field.getValue()::contains));
    }

    public LegalTime time() {
        return new LegalTime(ofType("complaint.received")
                .max(comparing(Fact::toldAt))
                .map(received -> received.one("zone"))
                .map(ZoneId::of)
                .orElse(complaint.jurisdiction().zone()));
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
        return Stream.concat(ofType("complaint.triaged"), ofType("complaint.assigned"))
                .filter(fact -> fact.one(field) != null)
                .max(comparing(Fact::toldAt).thenComparing(Fact::id))
                .map(fact -> fact.one(field))
                .orElse(null);
    }

    /** Whether a named person has closed the complaint and nobody opened it again. */
    boolean closed() {
        return Stream.concat(ofType("complaint.closed"), ofType("complaint.reopened"))
                .max(comparing(Fact::toldAt).thenComparing(Fact::id))
                .filter(last -> last.type().equals("complaint.closed"))
                .isPresent();
    }
}
