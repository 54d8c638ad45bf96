package org.aryz.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
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

        assertThat(kz.onOrAfter(day("2026-08-31"))).isEqualTo(new Workdays.Rolled(day("2026-08-31"), true));
        assertThat(kz.onOrBefore(day("2026-08-31"))).isEqualTo(new Workdays.Rolled(day("2026-08-28"), true));
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
        assertThat(kg().onOrAfter(day("2031-03-20"))).isEqualTo(new Workdays.Rolled(day("2031-03-20"), true));
        assertThat(kg().onOrAfter(day("2031-03-21"))).isEqualTo(new Workdays.Rolled(day("2031-03-24"), true));
    }

    @Test
    void workingDaysAreCountedFromTheDayAfter() {
        assertThat(kg().plusWorkingDays(day("2026-05-13"), 10)).isEqualTo(sure("2026-05-28"));
        assertThat(kg().plusWorkingDays(day("2026-04-29"), 2)).isEqualTo(sure("2026-05-11"));
    }

    @Test
    void aFeastThatTheMoonDecidesIsNotTakenForGranted() {
        assertThat(kg().onOrAfter(day("2027-03-09"))).isEqualTo(new Workdays.Rolled(day("2027-03-09"), true));
        assertThat(kg().plusWorkingDays(day("2027-03-05"), 2)).isEqualTo(new Workdays.Rolled(day("2027-03-10"), true));
    }

    @Test
    void theMoonMayBeSeenADayAwayFromTheForecastSoTheDayBesideIsNotReliedOn() {
        var declared = kg().asDeclared();

        assertThat(kg().onOrBefore(day("2027-03-10"))).isEqualTo(new Workdays.Rolled(day("2027-03-05"), true));
        assertThat(declared.onOrBefore(day("2027-03-10"))).isEqualTo(new Workdays.Rolled(day("2027-03-10"), true));
        assertThat(kg().whyOff(day("2027-03-10")).reason()).isEqualTo("beside-a-forecast");
    }

    @Test
    void asDeclaredTheLastWordCountsAndStaysProvisional() {
        var stateBodies = CALENDARS.of(Jurisdiction.KG, Scope.STATE_BODIES);
        var february = CALENDARS.knownOn(day("2026-02-01")).of(Jurisdiction.KZ, Scope.ALL);

        assertThat(stateBodies.onOrAfter(day("2026-01-08"))).isEqualTo(new Workdays.Rolled(day("2026-01-08"), true));
        assertThat(stateBodies.asDeclared().onOrAfter(day("2026-01-08")))
                .isEqualTo(new Workdays.Rolled(day("2026-01-12"), true));
        assertThat(february.asDeclared().onOrAfter(day("2026-08-31")).date()).isEqualTo(day("2026-09-01"));
        assertThat(CALENDARS
                        .of(Jurisdiction.KZ, Scope.ALL)
                        .asDeclared()
                        .onOrAfter(day("2026-08-31"))
                        .date())
                .isEqualTo(day("2026-08-31"));
    }

    @Test
    void beforeTheTableTheStatuteOfItsFirstYearServes() {
        assertThat(kg().onOrAfter(day("2012-02-23"))).isEqualTo(new Workdays.Rolled(day("2012-02-24"), true));
        assertThat(kg().day(day("2012-01-04")).surelyWorking()).isTrue();
    }

    @Test
    void aDayOffSaysWhyAndHowThatIsKnown() {
        assertThat(kg().whyOff(day("2024-06-17")))
                .isEqualTo(new DayOff(day("2024-06-17"), "islamic", "Eid al-Adha", "reported", false));
        assertThat(kg().whyOff(day("2024-06-16"))).isEqualTo(DayOff.weekend(day("2024-06-16")));
        assertThat(kg().whyOff(day("2031-03-21")).provisional()).isTrue();
        assertThat(CALENDARS
                        .of(Jurisdiction.KZ, Scope.ALL)
                        .whyOff(day("2026-08-30"))
                        .reason())
                .isEqualTo("weekend");
        assertThat(CALENDARS
                        .of(Jurisdiction.KZ, Scope.ALL)
                        .whyOff(day("2026-08-31"))
                        .provisional())
                .isTrue();
    }

    @Test
    void aCalendarWithoutAWorkingDayIsNotSearchedForEver() {
        var never = new GivenWorkdays(EnumSet.allOf(DayOfWeek.class), Set.of(), Set.of());

        assertThatThrownBy(() -> never.onOrAfter(day("2024-06-04"))).isInstanceOf(NoWorkingDayException.class);
        assertThatThrownBy(() -> never.onOrBefore(day("2024-06-04"))).isInstanceOf(NoWorkingDayException.class);
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

    private static Workdays.Rolled sure(String date) {
        return new Workdays.Rolled(day(date), false);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
