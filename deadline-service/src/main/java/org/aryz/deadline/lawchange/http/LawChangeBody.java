package org.aryz.deadline.lawchange.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Revision.What;
import org.aryz.deadline.calendar.Scope;
import org.aryz.deadline.lawchange.Proposal;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change: either rules or days. */
record LawChangeBody(
        @NotNull
                @Size(max = 64)
                @Pattern(regexp = LawChangeBody.CODE)
                @Schema(
                        description = "Why; every deadline that moves will bear it",
                        examples = "code-of-procedure-amended")
                String reason,
        @Size(min = 1, max = 200_000)
                @Schema(description = "Versions of rules in the form of a law file: YAML with a list 'rules'")
                @Nullable
                String rules,
        @Size(min = 1, max = 366) @Valid @Nullable List<@NotNull @Valid DayBody> days) {
    static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    /** One day: confirmed, moved to or away from, declared off or worked. */
    record DayBody(
            @NotNull @Pattern(regexp = "KG|KZ|TJ") String country,
            @NotNull LocalDate date,
            @NotNull What what,
            @NotNull @Size(max = 64) @Pattern(regexp = "[a-z]+([-_][a-z]+)*") @Schema(examples = "islamic") String kind,
            @Nullable Scope scope,
            @Size(max = 120) @Nullable String name) {

        static DayBody of(Proposal.Day day) {
            return new DayBody(day.country().name(), day.date(), day.what(), day.kind(), day.scope(), day.name());
        }

        Proposal.Day day() {
            return new Proposal.Day(
                    Jurisdiction.valueOf(country),
                    date,
                    what,
                    kind,
                    scope == null ? Scope.ALL : scope,
                    name == null ? "" : name);
        }
    }

    /** @throws Rejected names what can't be accepted */
    Proposal proposal(Calendars calendars) {
        if ((rules == null) == (days == null)) {
            var detail = "Send either rules or days";
            throw Rejected.unprocessable("invalid", detail, FieldError.at("", "either-rules-or-days", detail));
        }
        return days == null ? new Proposal.Rules(rules == null ? "" : rules) : days(days, calendars);
    }

    private static Proposal days(List<DayBody> bodies, Calendars calendars) {
        var errors = new ArrayList<FieldError>();
        var days = bodies.stream().map(DayBody::day).toList();
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i);
            if (!calendars.cover(day.country(), day.date())) {
                errors.add(FieldError.at(
                        "/days/" + i + "/date", "beyond-the-table", "The calendar has no table for that year"));
            }
        }
        if (!errors.isEmpty()) {
            throw Rejected.unprocessable("invalid", "Some days cannot be accepted", errors.toArray(FieldError[]::new));
        }
        return new Proposal.Days(days);
    }
}
