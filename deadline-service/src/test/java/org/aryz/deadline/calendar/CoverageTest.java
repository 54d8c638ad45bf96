package org.aryz.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** People hear in time that a table of days off ends, or that a feast day nears of which nobody is sure. */
class CoverageTest {
    private static final Calendars CALENDARS = Calendars.load();

    private static Coverage of(Jurisdiction country, String today) {
        return Coverage.of(CALENDARS, country, Scope.STATE_BODIES, LocalDate.parse(today));
    }

    @Test
    void sixtyDaysBeforeTheTableEndsSomebodyIsWarned() {
        assertThat(of(Jurisdiction.KG, "2028-11-01").endsSoon()).isFalse();
        assertThat(of(Jurisdiction.KG, "2028-11-02").endsSoon()).isTrue();
        assertThat(of(Jurisdiction.KG, "2028-11-02").daysCovered()).isEqualTo(59);
    }

    @Test
    void pastItsEndTheWarningStands() {
        var past = of(Jurisdiction.TJ, "2029-02-01");

        assertThat(past.endsSoon()).isTrue();
        assertThat(past.daysCovered()).isNegative();
        assertThat(past.daysOff()).isEmpty();
    }

    @Test
    void aForecastOfTheMoonWaitsForThoseWhoWatchIt() {
        var near = of(Jurisdiction.KG, "2027-02-01");

        assertThat(near.unconfirmedSoon())
                .extracting(DayOff::day)
                .contains(LocalDate.parse("2027-03-09"))
                .doesNotContain(LocalDate.parse("2027-05-17"));
        assertThat(near.unconfirmedSoon())
                .allSatisfy(day -> assertThat(Coverage.confirmedBy(day)).isEqualTo("religious-authority"));
        assertThat(of(Jurisdiction.KG, "2027-01-07").unconfirmedSoon()).isEmpty();
    }

    @Test
    void ofEachDayOffToComeIsKnownHowSureItIs() {
        var coverage = of(Jurisdiction.KG, "2026-12-01");

        assertThat(coverage.confidence()).containsKeys("law_projected", "estimated_moon");
        assertThat(coverage.confidence().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(coverage.daysOff().size());
        assertThat(coverage.provisional()).isNotEmpty().allMatch(DayOff::provisional);
    }
}
