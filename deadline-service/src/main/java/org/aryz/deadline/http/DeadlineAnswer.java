package org.aryz.deadline.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aryz.deadline.Clock;
import org.aryz.deadline.Standing;
import org.aryz.deadline.Step;
import org.aryz.deadline.application.Report;
import org.jspecify.annotations.Nullable;

/** A deadline as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadlineAnswer(
        UUID id,
        String rule,
        int ruleVersion,
        String reading,
        String kind,
        boolean shadow,
        String subject,
        String status,
        LocalDate due,
        Instant dueAt,
        LocalDate lastSafeDay,
        LocalDate actBy,
        String zone,
        String confidence,
        List<String> caution,
        boolean mayExpire,
        boolean breached,
        boolean expired,
        String consequence,
        @Nullable Instant nextAlertAt,
        List<AlertAnswer> alertsRaised,
        List<Map<String, String>> explanation) {

    /** An alert that was raised. */
    record AlertAnswer(UUID alert, String rung, String severity, Instant dueAt, Instant raisedAt) {
        static AlertAnswer of(Report.Said said) {
            var alert = said.alert();
            return new AlertAnswer(
                    alert.alert(),
                    alert.rung(),
                    Codes.of(alert.severity()),
                    alert.term().dueAt(),
                    said.recordedAt());
        }
    }

    static DeadlineAnswer of(Clock clock, Report report) {
        var term = clock.term();
        return new DeadlineAnswer(
                term.deadline(),
                term.rule(),
                term.ruleVersion(),
                term.reading(),
                Codes.of(term.kind()),
                term.shadow(),
                term.subject(),
                status(clock),
                term.due(),
                term.dueAt(),
                term.lastSafeDay(),
                term.actBy(),
                term.zone().getId(),
                term.confidence().name(),
                term.caution(),
                term.expiresAt() != null,
                clock.breached(),
                clock.expired(),
                term.consequence(),
                report.nextAlert(clock).orElse(null),
                report.alertsOf(term.deadline()).stream().map(AlertAnswer::of).toList(),
                report.computed(clock).stream()
                        .flatMap(deadline -> deadline.explanation().stream())
                        .map(DeadlineAnswer::step)
                        .toList());
    }

    /** A clock that expired is one that was breached; what no person gave up but facts or law ended has ended. */
    private static String status(Clock clock) {
        return switch (clock.status()) {
            case "expired" -> "breached";
            case "waived" ->
                clock.standing() instanceof Standing.Waived waived && waived.by() != null ? "waived" : "ended";
            case String other -> other;
        };
    }

    private static Map<String, String> step(Step step) {
        var values = new TreeMap<>(step.values());
        values.put("step", step.code());
        return values;
    }
}
