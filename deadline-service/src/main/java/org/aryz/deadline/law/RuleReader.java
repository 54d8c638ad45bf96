package org.aryz.deadline.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Scope;
import org.jspecify.annotations.Nullable;

/** Reads one rule. Whatever a rule does not say, or says in a way that cannot be, is an error that names the field. */
final class RuleReader {
    private final Entry entry;
    private final Map<String, AlertSet> alertSets;

    RuleReader(Entry entry, Map<String, AlertSet> alertSets) {
        this.entry = entry;
        this.alertSets = alertSets;
    }

    Rule rule() {
        var id = entry.read("id", RuleReader::id);
        var matter = entry.code("matter", Matter.class);
        var rule = new Rule(
                id,
                entry.read("version", RuleReader::version),
                entry.text("title"),
                jurisdictions(),
                entry.code("kind", Kind.class),
                matter,
                entry.read("per", RuleReader::per),
                FactPatternReader.all(entry, "when"),
                new ReadingReader(entry).readings(),
                entry.has("readingOf") ? entry.read("readingOf", RuleReader::id) : id,
                entry.list("shorter", node -> shorter(entry.in("shorter", node))),
                entry.has("lengthIn") ? entry.read("lengthIn", node -> lengthIn(entry.in("lengthIn", node))) : null,
                entry.has("actWithin") ? entry.read("actWithin", node -> Period.parse(node.asText())) : null,
                entry.code("roll", Roll.class),
                entry.has("calendar") ? entry.code("calendar", Scope.class) : Scope.STATE_BODIES,
                ends(matter),
                entry.read("alerts", node -> alertSet(node.asText())),
                entry.word("consequence"),
                source(),
                inForce(),
                entry.flag("shadow"),
                !entry.flag("disabled"));
        entry.end();
        new Contradictions(entry, rule).refuse();
        return rule;
    }

    private static String id(JsonNode node) {
        return Entry.matching("[A-Z0-9]+(-[A-Z0-9]+)*", node.asText());
    }

    private static int version(JsonNode node) {
        if (!node.isInt() || node.intValue() < 1) {
            throw new IllegalArgumentException("expected a number from 1, found " + node);
        }
        return node.intValue();
    }

    /** A deadline belongs to the complaint, to the very fact, or to what a public field of facts names. */
    private static String per(JsonNode node) {
        var per = node.asText();
        if (!per.equals("complaint") && !per.equals("fact") && !KnownFacts.nameSubjectsBy(per)) {
            throw new IllegalArgumentException("no fact names a '" + per + "'");
        }
        return per;
    }

    /** {@code none} is for the rules of other countries, which are shown switched off. */
    private Set<Jurisdiction> jurisdictions() {
        var codes = entry.words("jurisdictions");
        if (codes.contains("ALL")) {
            return Set.of(Jurisdiction.values());
        }
        return codes.contains("none")
                ? Set.of()
                : Set.copyOf(entry.list("jurisdictions", node -> Jurisdiction.valueOf(node.asText())));
    }

    private static Shorter shorter(Entry entry) {
        var shorter = new Shorter(FactPatternReader.all(entry, "when"), ReadingReader.span(entry));
        entry.end();
        return shorter;
    }

    private static LengthIn lengthIn(Entry entry) {
        var fact = entry.read("fact", node -> FactPatternReader.read(entry, "fact", node));
        var length = new LengthIn(fact, entry.read("field", node -> KnownFacts.field(fact.type(), node.asText())));
        entry.end();
        return length;
    }

    private Ends ends(Matter matter) {
        return new Ends(
                FactPatternReader.all(entry, "metBy"),
                FactPatternReader.all(entry, "metSince"),
                FactPatternReader.all(entry, "endedBy"),
                FactPatternReader.all(entry, "suspendedBy"),
                FactPatternReader.all(entry, "resumedBy"),
                FactPatternReader.all(entry, "restartedBy"),
                new TreeSet<>(entry.words("extendedAs")),
                entry.has("cap")
                        ? entry.read("cap", node -> ReadingReader.positive(Period.parse(node.asText())))
                        : null,
                entry.has("waivedFor") ? entry.list("waivedFor", this::waiver) : usual(matter));
    }

    private static List<Waiver> usual(Matter matter) {
        return matter == Matter.LIMITATION ? List.of() : Waiver.USUAL;
    }

    private Waiver waiver(JsonNode node) {
        var waiver = entry.in("waivedFor", node);
        var read = new Waiver(
                waiver.word("reason"), waiver.has("confirmedBy") ? waiver.read("confirmedBy", RuleReader::id) : null);
        waiver.end();
        return read;
    }

    private AlertSet alertSet(String id) {
        var set = alertSets.get(id);
        if (set == null) {
            throw new IllegalArgumentException("there is no alert set '" + id + "'");
        }
        return set;
    }

    /** Where a row bears two marks, the lower counts. */
    private Source source() {
        var marks = entry.list("confidence", node -> Entry.constant(Confidence.class, node.asText()));
        if (marks.isEmpty()) {
            entry.text("confidence");
        }
        return new Source(
                entry.text("basis"),
                marks.stream().max(Comparator.naturalOrder()).orElseThrow(),
                entry.text("caution", ""),
                signOff());
    }

    private @Nullable SignOff signOff() {
        if (!entry.has("signOff")) {
            return null;
        }
        return entry.read("signOff", node -> {
            var signed = entry.in("signOff", node);
            var signOff = new SignOff(
                    entry.text("id"),
                    entry.read("version", JsonNode::intValue),
                    signed.text("by"),
                    signed.read("on", on -> LocalDate.parse(on.asText())),
                    signed.text("text"),
                    false);
            signed.end();
            return signOff;
        });
    }

    private InForce inForce() {
        return entry.has("inForce")
                ? entry.read("inForce", node -> inForce(entry.in("inForce", node)))
                : new InForce(LocalDate.MIN, LocalDate.MAX);
    }

    private static InForce inForce(Entry days) {
        var inForce = new InForce(
                days.has("from") ? days.read("from", RuleReader::day) : LocalDate.MIN,
                days.has("to") ? days.read("to", RuleReader::day) : LocalDate.MAX);
        days.end();
        if (inForce.from().isAfter(inForce.to())) {
            throw days.wrong("to", "is before its beginning");
        }
        return inForce;
    }

    private static LocalDate day(JsonNode node) {
        return LocalDate.parse(node.asText());
    }
}
