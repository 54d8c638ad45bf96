package org.aryz.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarTest {
    private static final Calendars CALENDARS = Calendars.load();

    @Test
    void aSaturdayDeclaredWorkingIsAWorkingDay() {
        assertThat(kg().onOrAfter(day("2024-05-11"))).isEqualTo(sure("2024-05-11"));
    }

    @Test
    void weekendsAndHolidaysAreRolledOver() {
        assertThat(kg().onOrAfter(day("2026-05-01"))).isEqualTo(sure("2026-05-11"));
        assertThat(kg().onOrBefore(day("2026-05-09"))).isEqualTo(sure("2026-04-30"));
    }

    @Test
    void aRevisionCountsFromTheDayOnWhichItBecameKnown() {
        var january = CALENDARS.knownOn(day("2026-01-01")).of(Jurisdiction.KZ, Scope.ALL);
        var february = CALENDARS.knownOn(day("2026-02-01")).of(Jurisdiction.KZ, Scope.ALL);

        assertThat(january.day(day("2026-08-31")).mayBeWorking()).isTrue();
        assertThat(january.day(day("2026-08-31")).provisional()).isFalse();
        assertThat(february.day(day("2026-08-31")).surelyWorking()).isFalse();
    }

    @Test
    void whileNobodyConfirmedARevisionTheEarlierReadingCounts() {
        var kz = CALENDARS.of(Jurisdiction.KZ, Scope.ALL);

        assertThat(kz.onOrAfter(day("2026-08-31"))).isEqualTo(new Calendar.Rolled(day("2026-08-31"), true));
        assertThat(kz.onOrBefore(day("2026-08-31"))).isEqualTo(new Calendar.Rolled(day("2026-08-28"), true));
    }

    @Test
    void someDaysAreOffForStateBodiesOnly() {
        var stateBodies = CALENDARS.of(Jurisdiction.KG, Scope.STATE_BODIES);

        assertThat(stateBodies.onOrBefore(day("2026-01-11")).date()).isEqualTo(day("2025-12-31"));
        assertThat(kg().onOrBefore(day("2026-01-11"))).isEqualTo(sure("2026-01-09"));
    }

    @Test
    void pastTheTableWeekendsAndStatutoryDatesServeProvisionally() {
        assertThat(kg().coveredUntil()).isEqualTo(day("2028-12-31"));
        assertThat(kg().day(day("2031-03-21"))).isEqualTo(new Day(false, false, true, "Nooruz Holiday"));
        assertThat(kg().onOrAfter(day("2031-03-20"))).isEqualTo(new Calendar.Rolled(day("2031-03-20"), true));
        assertThat(kg().onOrAfter(day("2031-03-21"))).isEqualTo(new Calendar.Rolled(day("2031-03-24"), true));
    }

    @Test
    void workingDaysAreCountedFromTheDayAfter() {
        assertThat(kg().plusWorkingDays(day("2026-05-13"), 10)).isEqualTo(sure("2026-05-28"));
        assertThat(kg().plusWorkingDays(day("2026-04-29"), 2)).isEqualTo(sure("2026-05-11"));
    }

    @Test
    void aFeastThatTheMoonDecidesIsNotTakenForGranted() {
        assertThat(kg().onOrAfter(day("2027-03-09"))).isEqualTo(new Calendar.Rolled(day("2027-03-09"), true));
        assertThat(kg().plusWorkingDays(day("2027-03-05"), 2)).isEqualTo(new Calendar.Rolled(day("2027-03-10"), true));
    }

    @Test
    void theHourBeforeMidnightThatCameTwiceGivesADayTwoEnds() {
        var end = new LegalTime(Jurisdiction.KZ.zone()).endOf(day("2024-02-29"));

        assertThat(end.earliest()).isEqualTo("2024-02-29T18:00:00Z");
        assertThat(end.latest()).isEqualTo("2024-02-29T19:00:00Z");
    }

    @Test
    void aMistakeInTheTableIsNamedWithFileAndLine() {
        var header = "country,date,what,kind,scope,confidence,known_from,name_en,name_local\n";

        assertThatThrownBy(() -> HolidayTable.parse("table.csv", header + "KG,2024-02-30,day-off,,all,law,,,"))
                .hasMessageContaining("table.csv, line 2")
                .hasMessageContaining("2024-02-30");
        assertThatThrownBy(() -> HolidayTable.parse("table.csv", "country;date"))
                .hasMessageContaining("table.csv, line 1");
    }

    private static Calendar kg() {
        return CALENDARS.of(Jurisdiction.KG, Scope.ALL);
    }

    private static Calendar.Rolled sure(String date) {
        return new Calendar.Rolled(day(date), false);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
