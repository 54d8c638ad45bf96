package org.aryz.deadline.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Scope;
import org.jspecify.annotations.Nullable;

/** Reads one rule. */
final class RuleReader {
    private final Entry entry;
    private final Map<String, AlertSet> alertSets;

    RuleReader(Entry entry, Map<String, AlertSet> alertSets) {
        this.entry = entry;
        this.alertSets = alertSets;
    }

    Rule rule() {
        var rule = new Rule(
                entry.text("id"),
                entry.read("version", JsonNode::intValue),
                entry.text("title"),
                jurisdictions(),
                entry.code("kind", Kind.class),
                entry.code("matter", Matter.class),
                entry.text("per"),
                readings(),
                entry.list("shorter", node -> shorter(entry.in("shorter", node))),
                entry.has("actWithin") ? entry.read("actWithin", node -> Period.parse(node.asText())) : null,
                entry.code("roll", Roll.class),
                entry.has("calendar") ? entry.code("calendar", Scope.class) : Scope.STATE_BODIES,
                ends(),
                entry.read("alerts", node -> alertSet(node.asText())),
                entry.text("consequence"),
                source(),
                inForce(),
                entry.flag("shadow"),
                !entry.flag("disabled"));
        entry.end();
        if (rule.enabled() && rule.readings().stream().anyMatch(reading -> reading.span() instanceof Span.Unlimited)) {
            throw entry.wrong("period", "only a disabled rule may have none");
        }
        return rule;
    }

    private Set<Jurisdiction> jurisdictions() {
        var codes = entry.words("jurisdictions");
        return codes.contains("ALL")
                ? Set.of(Jurisdiction.values())
                : Set.copyOf(entry.list("jurisdictions", node -> Jurisdiction.valueOf(node.asText())));
    }

    /** A rule is read in one way, called plain, unless it lists several readings, which may differ in trigger and period. */
    private List<Reading> readings() {
        if (entry.has("readings")) {
            return entry.list("readings", node -> reading(entry.in("readings", node), entry));
        }
        return List.of(new Reading("plain", trigger(entry), span(entry), false));
    }

    private static Reading reading(Entry own, Entry rule) {
        var reading = new Reading(
                own.text("id"),
                trigger(own.has("trigger") ? own : rule),
                span(own.has("period") ? own : rule),
                own.flag("shadow"));
        own.end();
        return reading;
    }

    private static Trigger trigger(Entry entry) {
        return entry.read("trigger", node -> {
            if (node.isTextual()) {
                return new Trigger(pattern(entry, node), List.of(), null, false);
            }
            var trigger = entry.in("trigger", node);
            var read = new Trigger(
                    trigger.read("fact", fact -> pattern(trigger, fact)),
                    trigger.list("assumedFrom", fact -> pattern(trigger, fact)),
                    trigger.has("notBefore") ? trigger.read("notBefore", fact -> pattern(trigger, fact)) : null,
                    trigger.flag("fromReceipt"));
            trigger.end();
            return read;
        });
    }

    /** A fact is written as its type, or as its type with the values of the fields that count. */
    private static FactPattern pattern(Entry parent, JsonNode node) {
        if (node.isTextual()) {
            return new FactPattern(KnownFacts.named(node.asText()), Map.of());
        }
        var pattern = parent.in("fact", node);
        var where = new HashMap<String, Set<String>>();
        for (var field : pattern.fields()) {
            if (!field.equals("type")) {
                where.put(field, pattern.words(field));
            }
        }
        return new FactPattern(pattern.read("type", type -> KnownFacts.named(type.asText())), where);
    }

    private static Shorter shorter(Entry entry) {
        var shorter = new Shorter(entry.list("when", node -> pattern(entry, node)), span(entry));
        entry.end();
        return shorter;
    }

    private static Span span(Entry entry) {
        var counting = entry.text("counting");
        return entry.read("period", node -> span(node.asText(), counting));
    }

    private static Span span(String period, String counting) {
        return switch (counting) {
            case "elapsed-hours" -> new Span.Hours(Duration.parse(period));
            case "calendar" -> new Span.CalendarDays(Period.parse(period));
            case "working-days" ->
                new Span.WorkingDays(Math.toIntExact(
                        LocalDate.EPOCH.plus(Period.parse(period)).toEpochDay()));
            case "none" -> new Span.Unlimited();
            default -> throw new IllegalArgumentException("cannot be counted in '" + counting + "'");
        };
    }

    private Ends ends() {
        return new Ends(
                patterns("metBy"),
                patterns("endedBy"),
                patterns("suspendedBy"),
                patterns("resumedBy"),
                new TreeSet<>(entry.words("extendedAs")));
    }

    private List<FactPattern> patterns(String field) {
        return entry.list(field, node -> pattern(entry, node));
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
        if (!entry.has("inForce")) {
            return new InForce(LocalDate.MIN, LocalDate.MAX);
        }
        return entry.read("inForce", node -> {
            var days = entry.in("inForce", node);
            var inForce = new InForce(
                    days.has("from") ? days.read("from", RuleReader::day) : LocalDate.MIN,
                    days.has("to") ? days.read("to", RuleReader::day) : LocalDate.MAX);
            days.end();
            return inForce;
        });
    }

    private static LocalDate day(JsonNode node) {
        return LocalDate.parse(node.asText());
    }
}
