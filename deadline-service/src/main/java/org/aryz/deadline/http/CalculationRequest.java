package org.aryz.deadline.http;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A term to be calculated, as it is asked for; {@code docs/calculator.md} says what each field means. */
@Schema(requiredProperties = {"start", "zone", "term"})
record CalculationRequest(
        @Schema(examples = "2024-06-04", description = "A date in the zone, or a date-time with offset") @Nullable
                String start,
        @Schema(examples = "Asia/Bishkek") @Nullable String zone,
        @Nullable TermRequest term,
        @Schema(description = "Needed unless the term is counted in elapsed time") @Nullable CalendarRequest calendar,
        @Nullable List<@Nullable SuspensionRequest> suspensions) {

    /** How long, and by which convention. */
    @Schema(requiredProperties = {"period", "count"})
    record TermRequest(
            @Schema(examples = "P10D", description = "ISO 8601 with one unit") @Nullable String period,
            @Schema(enumeration = {"ELAPSED", "CALENDAR", "WORKING_DAYS"}) @Nullable String count,
            @Schema(
                            enumeration = {"NEXT_DAY", "SAME_DAY", "ROLLED_START"},
                            defaultValue = "NEXT_DAY")
                    @Nullable
                    String firstDay,
            @Schema(examples = "16:00", nullable = true) @Nullable String cutOff,
            @Schema(
                            enumeration = {"NONE", "NEXT_WORKING_DAY", "PREVIOUS_WORKING_DAY"},
                            defaultValue = "NONE")
                    @Nullable
                    String roll) {}

    /** Either one of the calendars of this service, or the days themselves. */
    record CalendarRequest(
            @Schema(enumeration = {"KG", "KZ", "TJ"}) @Nullable String id,
            @Schema(
                            enumeration = {"all", "state_bodies"},
                            defaultValue = "all")
                    @Nullable
                    String scope,
            @Schema(description = "Without it: all that is known") @Nullable LocalDate knownOn,
            @Schema(examples = "[\"SATURDAY\", \"SUNDAY\"]") @Nullable List<@Nullable String> weekend,
            @Nullable List<@Nullable LocalDate> daysOff,
            @Nullable List<@Nullable LocalDate> workingDays) {

        boolean given() {
            return weekend != null || daysOff != null || workingDays != null;
        }
    }

    /** From a date or date-time up to another one that is no longer part of it; without an end it is still running. */
    @Schema(requiredProperties = "from")
    record SuspensionRequest(@Nullable String from, @Schema(nullable = true) @Nullable String to) {}
}
