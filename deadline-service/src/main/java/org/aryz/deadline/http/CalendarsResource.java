package org.aryz.deadline.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aryz.deadline.calendar.Coverage;
import org.aryz.deadline.calendar.DayOff;
import org.aryz.deadline.view.CalendarCoverage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How far the calendars reach, how sure they are, and who has to confirm what. */
@Path("/calendars")
@Produces(APPLICATION_JSON)
public class CalendarsResource {
    private final CalendarCoverage coverage;

    public CalendarsResource(CalendarCoverage coverage) {
        this.coverage = coverage;
    }

    /** A day off that may turn out to be worked, or on another day. */
    record ProvisionalDay(LocalDate day, String reason, String name, String source, String confirmedBy) {
        static ProvisionalDay of(DayOff off) {
            return new ProvisionalDay(off.day(), off.reason(), off.name(), off.source(), Coverage.confirmedBy(off));
        }
    }

    /**
     * A calendar from today on.
     *
     * @param confidence how many of the days off to come are known how
     * @param warnings what somebody has to see to: {@code ends-soon}, {@code unconfirmed-soon}
     */
    record CalendarAnswer(
            String id,
            String scope,
            String zone,
            LocalDate coveredUntil,
            long daysCovered,
            Map<String, Long> confidence,
            List<String> warnings,
            List<ProvisionalDay> provisionalDays) {}

    /** All calendars. */
    record CalendarsAnswer(List<CalendarAnswer> calendars) {}

    @GET
    @Operation(
            operationId = "listCalendars",
            summary = "How far the calendars reach, and which days wait to be confirmed")
    public Uni<CalendarsAnswer> list() {
        return coverage.now()
                .map(all -> new CalendarsAnswer(
                        all.stream().map(CalendarsResource::answer).toList()));
    }

    private static CalendarAnswer answer(Coverage seen) {
        return new CalendarAnswer(
                seen.country().name(),
                Texts.lowerCase(seen.scope()),
                seen.country().zone().getId(),
                seen.until(),
                seen.daysCovered(),
                seen.confidence(),
                warnings(seen),
                seen.provisional().stream().map(ProvisionalDay::of).toList());
    }

    private static List<String> warnings(Coverage seen) {
        var warnings = new ArrayList<String>();
        if (seen.endsSoon()) {
            warnings.add("ends-soon");
        }
        if (!seen.unconfirmedSoon().isEmpty()) {
            warnings.add("unconfirmed-soon");
        }
        return warnings;
    }
}
