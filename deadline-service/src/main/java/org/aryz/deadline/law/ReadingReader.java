package org.aryz.deadline.law;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aryz.deadline.law.Trigger.Which;
import org.jspecify.annotations.Nullable;

/** Reads in which ways a rule is read: what starts it, how long it runs, for which offence. */
final class ReadingReader {
    private final Entry rule;

    ReadingReader(Entry rule) {
        this.rule = rule;
    }

    /** A rule is read in one way, called plain, unless it lists several readings, which may differ in all of this. */
    List<Reading> readings() {
        if (!rule.has("readings")) {
            return List.of(new Reading("plain", trigger(rule), span(rule), false, offence(rule)));
        }
        var readings = rule.list("readings", node -> reading(rule.in("readings", node)));
        if (readings.stream().map(Reading::id).distinct().count() != readings.size()) {
            throw rule.wrong("readings", "two readings bear the same id");
        }
        return readings;
    }

    private Reading reading(Entry own) {
        var reading = new Reading(
                own.word("id"),
                trigger(has(own, "trigger")),
                span(has(own, "period")),
                own.flag("shadow"),
                offence(has(own, "offence")));
        own.end();
        return reading;
    }

    /** What a reading does not say itself, the rule says for all of them. */
    private Entry has(Entry own, String field) {
        return own.has(field) ? own : rule;
    }

    private static Trigger trigger(Entry entry) {
        return entry.read("trigger", node -> {
            if (!node.has("fact")) {
                return new Trigger(FactPatternReader.all(entry, "trigger"), List.of(), null, false, Which.ANY);
            }
            var trigger = entry.in("trigger", node);
            var read = new Trigger(
                    FactPatternReader.all(trigger, "fact"),
                    FactPatternReader.all(trigger, "assumedFrom"),
                    trigger.has("notBefore")
                            ? trigger.read("notBefore", fact -> FactPatternReader.read(trigger, "notBefore", fact))
                            : null,
                    trigger.flag("fromReceipt"),
                    trigger.has("which") ? trigger.code("which", Which.class) : Which.ANY);
            trigger.end();
            return read;
        });
    }

    private static @Nullable Offence offence(Entry entry) {
        if (!entry.has("offence")) {
            return null;
        }
        return entry.read("offence", node -> {
            var offence = entry.in("offence", node);
            var read = new Offence(
                    offence.has("qualifiedAs")
                            ? offence.read("qualifiedAs", as -> qualifiedAs(offence.in("qualifiedAs", as)))
                            : Map.of(),
                    offence.words("presumedFor"),
                    offence.words("plausibleFor"));
            offence.end();
            return read;
        });
    }

    private static Map<String, Set<String>> qualifiedAs(Entry entry) {
        var fields = new HashMap<String, Set<String>>();
        for (var field : entry.fields()) {
            fields.put(entry.read(field, _ -> KnownFacts.field("qualification.set", field)), entry.words(field));
        }
        return fields;
    }

    static Span span(Entry entry) {
        var counting = entry.text("counting");
        return entry.read("period", node -> span(node, counting));
    }

    private static Span span(JsonNode node, String counting) {
        var period = node.asText();
        return switch (counting) {
            case "elapsed-hours" -> new Span.Hours(Duration.parse(period));
            case "calendar" -> new Span.CalendarDays(positive(Period.parse(period)));
            case "working-days" ->
                new Span.WorkingDays(Math.toIntExact(
                        LocalDate.EPOCH.plus(positive(Period.parse(period))).toEpochDay()));
            case "none" -> new Span.Unlimited();
            default -> throw new IllegalArgumentException("cannot be counted in '" + counting + "'");
        };
    }

    static Period positive(Period period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("expected a length of time, found " + period);
        }
        return period;
    }
}
