package org.aryz.deadline.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is armed for a deadline, or should be.
 *
 * @param rungs those that are still to be told, in the order of time
 * @param said what is told of each of them, whatever the rung; nothing where there are none
 */
record ArmedRow(UUID deadline, List<Rung> rungs, List<JsonNode> said) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The database keeps microseconds. */
    private static final Duration SAME_INSTANT = Duration.ofMillis(1);

    ArmedRow {
        rungs = List.copyOf(rungs);
        said = List.copyOf(said);
    }

    /** A step that is still to be told. */
    record Rung(String code, String alert, Instant at, String severity, String audience, boolean decides) {
        boolean isDueAt(Instant now) {
            return !at.isAfter(now);
        }

        boolean comesAsDoes(Rung other) {
            return code.equals(other.code)
                    && alert.equals(other.alert)
                    && (at.equals(other.at)
                            || Duration.between(at, other.at).abs().compareTo(SAME_INSTANT) < 0);
        }

        boolean isToldAsIs(Rung other) {
            return severity.equals(other.severity) && audience.equals(other.audience);
        }
    }

    static List<ArmedRow> list(String json) {
        var rows = new ArrayList<ArmedRow>();
        read(json).forEach(row -> rows.add(of(row)));
        return rows;
    }

    static ArmedRow of(String json) {
        return of(read(json));
    }

    private static ArmedRow of(JsonNode row) {
        var rungs = new ArrayList<Rung>();
        row.path("rungs").forEach(rung -> rungs.add(rung(rung)));
        var said = rungs.isEmpty()
                ? List.<JsonNode>of()
                : List.of(said(row, "alert"), said(row, "breach"), withoutCause(said(row, "metadata")));
        return new ArmedRow(UUID.fromString(text(row, "deadline")), rungs, said);
    }

    /** What comes after the rungs that are due already and are just about to be told. */
    List<Rung> after(Instant now) {
        return rungs.subList(due(now), rungs.size());
    }

    /** How many rungs are due. */
    int due(Instant now) {
        return (int) rungs.stream().takeWhile(rung -> rung.isDueAt(now)).count();
    }

    private static Rung rung(JsonNode rung) {
        return new Rung(
                text(rung, "rung"),
                text(rung, "alert"),
                instant(text(rung, "at")),
                text(rung, "severity"),
                text(rung, "audience"),
                rung.path("decides").booleanValue());
    }

    private static Instant instant(String text) {
        return text.endsWith("infinity")
                ? Instant.MAX
                : OffsetDateTime.parse(text).toInstant();
    }

    private static JsonNode said(JsonNode row, String field) {
        return row.hasNonNull(field) ? read(text(row, field)) : MissingNode.getInstance();
    }

    /** Which conversation a row belongs to is no difference. */
    private static JsonNode withoutCause(JsonNode metadata) {
        return metadata instanceof ObjectNode object ? object.without("correlationId") : metadata;
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
