package org.aryz.deadline.law;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import org.aryz.deadline.law.AlertStep.At;
import org.jspecify.annotations.Nullable;

/**
 * Reads alert sets. A step is named as it is written: {@code start}, {@code half}, {@code 75}, {@code -P14D}, {@code breach},
 * {@code +PT24H}.
 */
final class AlertSetReader {
    private AlertSetReader() {}

    static AlertSet read(Entry entry) {
        var steps = entry.list("steps", node -> step(entry.in("steps", node)));
        if (steps.stream().filter(step -> step.at() instanceof At.Due).count() != 1) {
            throw entry.wrong("steps", "exactly one step must be 'breach'");
        }
        var repetition = entry.has("then") ? entry.read("then", node -> repetition(entry.in("then", node))) : null;
        var set = new AlertSet(entry.text("id"), steps, repetition);
        entry.text("title");
        entry.end();
        return set;
    }

    private static AlertStep step(Entry entry) {
        var step = new AlertStep(
                entry.has("name") ? entry.word("name") : entry.text("at"),
                entry.read("at", node -> at(node.asText())),
                entry.code("severity", Severity.class),
                entry.text("audience", "assignee"),
                milder(entry),
                entry.has("unless") ? entry.read("unless", node -> KnownFacts.named(node.asText())) : null,
                entry.has("spread") ? entry.read("spread", node -> Duration.parse(node.asText())) : Duration.ZERO);
        entry.end();
        if (!step.spread().isZero() && !(step.at() instanceof At.Before)) {
            throw entry.wrong("spread", "only a step before the end may be spread");
        }
        return step;
    }

    private static AlertStep.@Nullable Milder milder(Entry entry) {
        return entry.has("after")
                ? new AlertStep.Milder(
                        KnownFacts.named(entry.text("after")), entry.code("severityAfter", Severity.class))
                : null;
    }

    private static Repetition repetition(Entry entry) {
        var repetition = new Repetition(
                entry.read("every", node -> days(node.asText())),
                entry.code("severity", Severity.class),
                entry.text("audience", "assignee"));
        entry.end();
        return repetition;
    }

    private static At at(String text) {
        return switch (text) {
            case "start" -> new At.Start();
            case "half" -> new At.Part(50);
            case "breach" -> new At.Due();
            case String part
            when part.endsWith("percent") -> new At.Part(Integer.parseInt(part.replace("-percent", "")));
            case String before when before.startsWith("-") -> new At.Before(amount(before.substring(1)));
            case String after when after.startsWith("+") -> new At.After(amount(after.substring(1)));
            default -> throw new IllegalArgumentException("'" + text + "' is no step");
        };
    }

    private static int days(String period) {
        return Math.toIntExact(LocalDate.EPOCH.plus(Period.parse(period)).toEpochDay());
    }

    private static TemporalAmount amount(String text) {
        return text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
    }
}
