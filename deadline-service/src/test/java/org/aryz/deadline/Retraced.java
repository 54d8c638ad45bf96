package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.aryz.deadline.calendar.LegalTime;

/** Takes the steps of an explanation again, knowing nothing but what stands in them, and comes to the end of the term anew. */
final class Retraced {
    private final LegalTime time;
    private Instant start = Instant.MIN;
    private LocalDate day = LocalDate.MIN;
    private Instant end = Instant.MIN;

    private Retraced(LegalTime time) {
        this.time = time;
    }

    /** When the term ends by its explanation. */
    static Instant end(List<Step> explanation) {
        var last = explanation.getLast();
        assertThat(last.code()).isEqualTo("end");
        var retraced = new Retraced(new LegalTime(ZoneId.of(value(last, "zone"))));
        explanation.forEach(retraced::take);
        return retraced.end;
    }

    private void take(Step step) {
        switch (step.code()) {
            case "start", "restarted" -> start = Instant.parse(value(step, "at"));
            case "term" -> {
                assertThat(date(step, "from")).isEqualTo(time.dayOf(start));
                moveTo(date(step, "from").plus(Period.parse(value(step, "period"))), step);
            }
            case "working-days" -> moveTo(date(step, "to"), step);
            case "elapsed-hours" -> {
                end = Instant.parse(value(step, "to"));
                assertThat(end).isAfterOrEqualTo(start.plus(Duration.parse(value(step, "period"))));
            }
            case "stood-still" -> stoodStill(step);
            case "rolled-forward" -> {
                assertThat(date(step, "from")).isEqualTo(day);
                moveTo(date(step, "to"), step);
            }
            case "capped" -> moveTo(time.dayOf(start).plus(Period.parse(value(step, "period"))), step);
            case "extended" -> moveTo(date(step, "to"), step);
            case "end" -> assertThat(value(step, "at")).isEqualTo(end.toString());
            default -> {}
        }
    }

    private void stoodStill(Step step) {
        if (value(step, "to").indexOf('T') > 0) {
            end = Instant.parse(value(step, "to"));
        } else {
            assertThat(date(step, "from")).isEqualTo(day);
            moveTo(date(step, "to"), step);
        }
    }

    private void moveTo(LocalDate next, Step step) {
        assertThat(next).as(step.toString()).isEqualTo(date(step, "to"));
        day = next;
        end = time.endOf(day).latest();
    }

    private static LocalDate date(Step step, String name) {
        return LocalDate.parse(value(step, name));
    }

    private static String value(Step step, String name) {
        return Objects.requireNonNull(step.values().get(name), name);
    }
}
