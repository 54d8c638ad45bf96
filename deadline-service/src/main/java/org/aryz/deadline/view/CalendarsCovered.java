package org.aryz.deadline.view;

import jakarta.inject.Singleton;
import org.aryz.deadline.calendar.Coverage;
import org.aryz.deadline.calendar.Jurisdiction;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how far the calendars reach. No replica is unready by it: past a table dates are found all the same, marked provisional. */
@Readiness
@Singleton
public final class CalendarsCovered implements HealthCheck {
    private static final String NAME = "Calendars";

    private final CalendarCoverage coverage;

    CalendarsCovered(CalendarCoverage coverage) {
        this.coverage = coverage;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named(NAME).up();
        for (var country : Jurisdiction.values()) {
            coverage.ofAuthorities(country).forEach(each -> tell(each, answer));
        }
        return answer.build();
    }

    private static void tell(Coverage coverage, HealthCheckResponseBuilder answer) {
        var country = coverage.country().name();
        answer.withData(country, "covered until " + coverage.until());
        if (coverage.endsSoon()) {
            answer.withData(country + " ends", "in " + coverage.daysCovered() + " days: extend the table");
        }
        if (!coverage.unconfirmedSoon().isEmpty()) {
            var day = coverage.unconfirmedSoon().getFirst();
            answer.withData(country + " unconfirmed", day.day() + ", by the " + Coverage.confirmedBy(day));
        }
    }
}
