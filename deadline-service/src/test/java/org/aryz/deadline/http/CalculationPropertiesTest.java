package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.aryz.deadline.calculation.Calculation;
import org.aryz.deadline.calculation.Count;
import org.aryz.deadline.calculation.Count.Length;
import org.aryz.deadline.calculation.FirstDay;
import org.aryz.deadline.calculation.Moment;
import org.aryz.deadline.calculation.Roll;
import org.aryz.deadline.calculation.Suspension;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.calendar.GivenWorkdays;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.calendar.Scope;
import org.aryz.deadline.calendar.Workdays;

/** What holds for every term: it is as counting day by day finds it, and nothing depends on how it was told. */
class CalculationPropertiesTest {
    private static final Calendars CALENDARS = Calendars.load();
    private static final List<String> ZONES = List.of(
            "Asia/Bishkek",
            "Asia/Almaty",
            "Asia/Dushanbe",
            "Europe/London",
            "America/New_York",
            "America/St_Johns",
            "America/Sao_Paulo",
            "America/Havana",
            "Pacific/Apia",
            "Australia/Lord_Howe");

    @Property(tries = 3000)
    void everyTermIsAsCountingDayByDayFindsIt(@ForAll long seed) {
        var asked = new Case(seed).calculation();

        var outcome = asked.outcome();

        assertThat(new DayByDay.Found(outcome.due(), outcome.dueAt(), outcome.lastSafeDay(), outcome.actBy()))
                .as(asked.toString())
                .isEqualTo(new DayByDay(asked).found());
    }

    @Property(tries = 1000)
    void theStepsOfEveryTermLeadToTheSameDates(@ForAll long seed) {
        Retraced.toTheSameDates(Calculator.answer(new Case(seed).calculation()));
    }

    @Property(tries = 500)
    void theOrderOfSuspensionsNeverMattersAndSayingThemTwiceNeither(@ForAll long seed) {
        var asked = new Case(seed).calculation();
        var shuffled = new ArrayList<>(asked.suspensions());
        shuffled.addAll(asked.suspensions());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(with(asked, shuffled).outcome()).isEqualTo(asked.outcome());
    }

    @Property(tries = 500)
    void aSuspensionOfNoLengthChangesNothing(@ForAll long seed) {
        var some = new Case(seed);
        var asked = some.calculation();
        var more = new ArrayList<>(asked.suspensions());
        var moment = some.moment(some.day(30));
        more.add(new Suspension(moment, moment));

        assertThat(with(asked, more).outcome()).isEqualTo(asked.outcome());
    }

    @Property(tries = 1000)
    void aTermThatBeginsLaterNeverEndsEarlier(@ForAll long seed) {
        var some = new Case(seed);
        var asked = some.calculation();
        // A start after a suspended day is no longer moved by it, while the end of the month stays where it is.
        var months = asked.count() instanceof Count.Days days && days.length() instanceof Length.Months;
        var first = months ? with(asked, List.of()) : asked;
        var later = new Calculation(
                new Moment.At(first.start().instant(first.time()).plus(Duration.ofHours(some.number(1, 60)))),
                first.time(),
                first.count(),
                first.calendar(),
                first.suspensions());

        assertThat(ending(later)).as("%s and %s", first, later).isAfterOrEqualTo(ending(first));
    }

    private static Instant ending(Calculation asked) {
        var dueAt = asked.outcome().dueAt();
        return dueAt == null ? Instant.MAX : dueAt;
    }

    private static Calculation with(Calculation asked, List<Suspension> suspensions) {
        return new Calculation(asked.start(), asked.time(), asked.count(), asked.calendar(), suspensions);
    }

    /** A term made up from a seed. */
    private static final class Case {
        private final Random random;
        private final LocalDate around;
        private final LegalTime time;

        Case(long seed) {
            random = new Random(seed);
            around = LocalDate.of(2010, 1, 1).plusDays(number(0, 7500));
            time = new LegalTime(ZoneId.of(one(ZONES)));
        }

        Calculation calculation() {
            var count = random.nextInt(5) == 0 ? new Count.Elapsed(Duration.ofMinutes(number(0, 6000))) : days();
            return new Calculation(moment(around), time, count, calendar(), suspensions());
        }

        private Count days() {
            var cutOff = random.nextInt(3) == 0 ? LocalTime.of(number(0, 23), number(0, 59)) : null;
            return new Count.Days(length(), one(FirstDay.values()), cutOff, one(Roll.values()));
        }

        private Length length() {
            return switch (random.nextInt(4)) {
                case 0 -> new Length.CalendarDays(number(0, 90));
                case 1 -> new Length.Months(Period.ofMonths(number(0, 30)));
                case 2 -> new Length.Months(Period.ofYears(number(0, 5)));
                default -> new Length.WorkingDays(number(0, 60));
            };
        }

        private Workdays calendar() {
            if (random.nextBoolean()) {
                return CALENDARS
                        .knownOn(day(700))
                        .of(one(Jurisdiction.values()), one(Scope.values()))
                        .asDeclared();
            }
            var weekend = EnumSet.noneOf(DayOfWeek.class);
            var off = new HashSet<LocalDate>();
            var worked = new HashSet<LocalDate>();
            for (var i = 0; i < number(0, 5); i++) {
                weekend.add(one(DayOfWeek.values()));
            }
            for (var i = 0; i < number(0, 30); i++) {
                off.add(day(60));
                worked.add(day(60));
            }
            return new GivenWorkdays(weekend, off, worked);
        }

        private List<Suspension> suspensions() {
            var suspensions = new ArrayList<Suspension>();
            for (var i = 0; i < number(0, 4); i++) {
                var from = day(80);
                var to = random.nextInt(12) == 0 ? null : moment(from.plusDays(number(1, 25)));
                suspensions.add(new Suspension(moment(from), to));
            }
            return suspensions;
        }

        LocalDate day(int distance) {
            return around.plusDays(number(-distance, distance));
        }

        Moment moment(LocalDate day) {
            return random.nextBoolean()
                    ? new Moment.On(day)
                    : new Moment.At(time.startOf(day).plusSeconds(60L * number(0, 1500)));
        }

        int number(int least, int most) {
            return least + random.nextInt(most - least + 1);
        }

        private <T> T one(T[] all) {
            return all[random.nextInt(all.length)];
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
