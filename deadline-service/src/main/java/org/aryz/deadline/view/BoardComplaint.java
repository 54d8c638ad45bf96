package org.aryz.deadline.view;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.Fact;
import org.jspecify.annotations.Nullable;

/**
 * What the board must know of a complaint beside its deadlines: a pure function of the facts noted.
 *
 * @param viewers the organisation that owns it and those it is shared with
 * @param bodies who is responsible, by the id of the fact, referral, letter, decision or remedy that lies before them; under
 *     {@link #ANY_SUBJECT} the one body of a complaint that knows of no other
 */
record BoardComplaint(CaseFacts facts, Set<String> viewers, Set<String> regions, Map<String, String> bodies) {
    static final String ANY_SUBJECT = "*";

    private static final List<String> SUBJECTS = List.of("referral", "letter", "decision", "remedy");

    /** From all that was noted so far of one complaint, which is something. */
    static BoardComplaint of(List<FactsNoted> noted) {
        var complaint = noted.getLast().complaint();
        var facts = CaseFacts.of(complaint);
        var byId = new LinkedHashMap<String, Fact>();
        for (var each : noted) {
            facts = facts.with(each.complaint(), each.facts());
            each.facts().forEach(fact -> byId.put(fact.id(), fact));
        }
        var viewers = new TreeSet<>(complaint.sharedWith());
        viewers.add(complaint.organisation());
        var regions = new TreeSet<String>();
        byId.values().forEach(fact -> regions.addAll(fact.all("region")));
        return new BoardComplaint(facts, viewers, regions, bodies(byId.values()));
    }

    private static Map<String, String> bodies(Collection<Fact> facts) {
        var bodies = new HashMap<String, String>();
        facts.forEach(fact -> put(fact, named(fact), bodies));
        // A decision names its referral only, and that names the authority, perhaps later.
        facts.forEach(fact -> put(fact, bodies.get(fact.one("referral")), bodies));
        var all = Set.copyOf(bodies.values());
        if (all.size() == 1) {
            bodies.put(ANY_SUBJECT, all.iterator().next());
        }
        return bodies;
    }

    private static @Nullable String named(Fact fact) {
        var authority = fact.one("authority");
        return authority == null ? fact.one("body") : authority;
    }

    private static void put(Fact fact, @Nullable String body, Map<String, String> bodies) {
        if (body != null) {
            Stream.concat(Stream.of(fact.id()), SUBJECTS.stream().flatMap(field -> fact.all(field).stream()))
                    .forEach(subject -> bodies.put(subject, body));
        }
    }
}
