package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Dates of the demo files that are told relative to the day of the demo: {@code @now-PT20H} is a date-time,
 * {@code @today-P10Y+P13D} a date, {@code @today-P1D at 20:00} a date-time again. Amounts are added from left to right.
 */
public record Moments(ZonedDateTime now) {

    private static final Pattern MOMENT = Pattern.compile("@(now|today)((?:[+-]P[0-9A-Z]+)*)(?: at (\\d\\d:\\d\\d))?");
    private static final Pattern AMOUNT = Pattern.compile("([+-])(P[0-9A-Z]+)");

    /** The same JSON with every relative date told as a date. */
    public JsonNode resolve(JsonNode json) {
        return resolve(json, UnaryOperator.identity());
    }

    /** The same, and every other text as {@code names} has it. */
    JsonNode resolve(JsonNode json, UnaryOperator<String> names) {
        return switch (json) {
            case TextNode text -> new TextNode(names.apply(resolve(text.asText())));
            case ObjectNode object -> {
                var resolved = object.objectNode();
                object.properties().forEach(field -> resolved.set(field.getKey(), resolve(field.getValue(), names)));
                yield resolved;
            }
            case ArrayNode array -> {
                var resolved = array.arrayNode();
                array.forEach(element -> resolved.add(resolve(element, names)));
                yield resolved;
            }
            default -> json;
        };
    }

    /** The text itself, or the date it tells relative to now. */
    public String resolve(String text) {
        var moment = MOMENT.matcher(text);
        if (!moment.matches()) {
            return text;
        }
        var at = now;
        for (var amount = AMOUNT.matcher(moment.group(2)); amount.find(); ) {
            var value = amount(amount.group(2));
            at = amount.group(1).equals("+") ? at.plus(value) : at.minus(value);
        }
        if (moment.group(3) != null) {
            return told(at.with(LocalTime.parse(moment.group(3))));
        }
        return moment.group(1).equals("now") ? told(at) : at.toLocalDate().toString();
    }

    private static TemporalAmount amount(String text) {
        return text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
    }

    private static String told(ZonedDateTime at) {
        return at.truncatedTo(ChronoUnit.MICROS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
