package org.aryz.deadline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aryz.deadline.calculation.Outcome;
import org.aryz.deadline.calculation.Step;
import org.aryz.deadline.calendar.DayOff;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a term ends, with the way on which that was found. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CalculationAnswer(
        @Schema(nullable = true) @Nullable LocalDate due,
        @Schema(nullable = true) @Nullable Instant dueAt,
        @Schema(nullable = true) @Nullable LocalDate lastSafeDay,
        @Schema(nullable = true) @Nullable LocalDate actBy,
        @Schema(description = "Only where the calendar may still change on a day that was looked at")
                @JsonInclude(JsonInclude.Include.NON_DEFAULT)
                boolean provisional,
        List<Map<String, Object>> steps) {

    /** A day that was passed over, and why. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SkippedDay(LocalDate day, String reason, String name, String source, @Nullable Boolean provisional) {
        static SkippedDay of(DayOff off) {
            return new SkippedDay(off.day(), off.reason(), off.name(), off.source(), off.provisional() ? true : null);
        }
    }

    static CalculationAnswer of(Outcome outcome) {
        return new CalculationAnswer(
                outcome.due(),
                outcome.dueAt(),
                outcome.lastSafeDay(),
                outcome.actBy(),
                outcome.provisional(),
                outcome.steps().stream().map(CalculationAnswer::step).toList());
    }

    private static Map<String, Object> step(Step step) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("step", step.code());
        step.values().forEach((name, value) -> shown.put(name, shown(value)));
        return shown;
    }

    private static Object shown(Object value) {
        return switch (value) {
            case Enum<?> code -> code.name();
            case DayOff off -> SkippedDay.of(off);
            case List<?> list -> list.stream().map(CalculationAnswer::shown).toList();
            default -> value;
        };
    }
}
