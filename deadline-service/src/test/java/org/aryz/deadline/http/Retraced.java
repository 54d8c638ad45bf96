package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.aryz.deadline.calendar.LegalTime;
import org.jspecify.annotations.Nullable;

/** Takes the steps of an answer again, knowing nothing but what stands in them, and comes to the dates anew. */
final class Retraced {
    private LocalDate day = LocalDate.MIN;
    private Instant at = Instant.MIN;
    private @Nullable LocalDate due;
    private @Nullable Instant dueAt;
    private @Nullable LocalDate lastSafeDay;
    private @Nullable LocalDate actBy;

    static void toTheSameDates(JsonNode answer) {
        var retraced = new Retraced();
        answer.get("steps").forEach(retraced::take);
        assertThat(shown(retraced.due)).as("due by %s", answer).isEqualTo(text(answer, "due"));
        assertThat(shown(retraced.dueAt)).as("dueAt by %s", answer).isEqualTo(text(answer, "dueAt"));
        assertThat(shown(retraced.lastSafeDay)).as("lastSafeDay by %s", answer).isEqualTo(text(answer, "lastSafeDay"));
        assertThat(shown(retraced.actBy)).as("actBy by %s", answer).isEqualTo(text(answer, "actBy"));
    }

    private void take(JsonNode step) {
        switch (step.get("step").asText()) {
            case "start-day" -> day = date(step, "day");
            case "cut-off" -> moveTo(date(step, "from").plusDays(1), step);
            case "start-moved", "rolled-forward" -> moveTo(over(step, date(step, "from"), 1), step);
            case "rolled-back" -> moveTo(over(step, date(step, "from"), -1), step);
            case "term" -> moveTo(term(step), step);
            case "month-end", "provisional-calendar" -> {}
            case "working-days" -> moveTo(workingDays(step), step);
            case "stood-still" -> stoodStill(step);
            case "stands-still" -> due = null;
            case "elapsed-hours" -> at = instant(step, "from").plus(Duration.parse(text(step, "period")));
            case "local-day" -> {
                dueAt = at;
                due = at.atZone(ZoneId.of(text(step, "zone"))).toLocalDate();
            }
            case "end-of-day" -> {
                due = day;
                dueAt = new LegalTime(ZoneId.of(text(step, "zone"))).endOf(day).latest();
            }
            case "last-safe-day" -> lastSafeDay = date(step, "to");
            case "act-by" -> actBy = over(step, date(step, "from"), -1);
            case "act-by-the-start" -> actBy = date(step, "to");
            case String unknown -> throw new AssertionError(unknown);
        }
    }

    private void moveTo(LocalDate next, JsonNode step) {
        assertThat(next).as(step.toString()).isEqualTo(date(step, "to"));
        day = next;
    }

    private LocalDate term(JsonNode step) {
        assertThat(day).isEqualTo(date(step, "from"));
        var end = day.plus(Period.parse(text(step, "period")));
        return text(step, "firstDay").equals("SAME_DAY") ? end.minusDays(1) : end;
    }

    private static LocalDate over(JsonNode step, LocalDate from, int direction) {
        var skipped = skipped(step);
        var reached = from;
        while (skipped.test(reached)) {
            reached = reached.plusDays(direction);
        }
        return reached;
    }

    private static LocalDate workingDays(JsonNode step) {
        var skipped = skipped(step);
        var reached = date(step, "first").minusDays(1);
        for (var left = step.get("days").asInt(); left > 0; left--) {
            do {
                reached = reached.plusDays(1);
            } while (skipped.test(reached) || suspended(step, reached));
        }
        return reached;
    }

    private static Predicate<LocalDate> skipped(JsonNode step) {
        return candidate -> {
            for (var off : step.get("skipped")) {
                assertThat(text(off, "reason")).isNotEmpty();
                if (date(off, "day").equals(candidate)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean suspended(JsonNode step, LocalDate candidate) {
        return StreamSupport.stream(step.get("suspensions").spliterator(), false)
                .anyMatch(stretch ->
                        !candidate.isBefore(date(stretch, "from")) && candidate.isBefore(date(stretch, "to")));
    }

    private void stoodStill(JsonNode step) {
        if (text(step, "from").indexOf('T') > 0) {
            for (var stretch : step.get("suspensions")) {
                at = at.plus(Duration.between(instant(stretch, "from"), instant(stretch, "to")));
            }
            assertThat(at).isEqualTo(instant(step, "to"));
        } else {
            var moved = day;
            for (var stretch : step.get("suspensions")) {
                moved = moved.plusDays(ChronoUnit.DAYS.between(date(stretch, "from"), date(stretch, "to")));
            }
            moveTo(moved, step);
        }
    }

    private static LocalDate date(JsonNode step, String name) {
        return LocalDate.parse(text(step, name));
    }

    private static Instant instant(JsonNode step, String name) {
        return Instant.parse(text(step, name));
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asText();
    }

    private static String shown(@Nullable Object value) {
        return String.valueOf(value);
    }
}
