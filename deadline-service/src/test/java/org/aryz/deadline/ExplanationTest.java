package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.aryz.deadline.calendar.Jurisdiction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An explanation is data that can be carried out again, and comes to the same instant. */
class ExplanationTest {

    @TestFactory
    Stream<DynamicTest> ofEveryWorkedCase() {
        return WorkedCases.all()
                .map(found -> dynamicTest(found.get("case").asText(), () -> {
                    var country = Jurisdiction.valueOf(found.get("country").asText());
                    var lines = WorkedCases.texts(found.get("facts")).toArray(String[]::new);
                    retrace(Deadlines.compute(Told.facts(country, lines), Told.LAW, Told.CALENDARS));
                }));
    }

    @Property(tries = 100)
    void ofEveryStory(@ForAll @IntRange(max = 4300) int day, @ForAll Jurisdiction country) {
        retrace(Deadlines.compute(Stories.ofTheDay(day).in(country), Told.LAW, Told.CALENDARS));
    }

    private static void retrace(Deadlines deadlines) {
        assertThat(deadlines.all()).allSatisfy(deadline -> assertThat(Retraced.end(deadline.explanation()))
                .as(deadline.term().rule() + " " + deadline.explanation())
                .isEqualTo(deadline.term().dueAt()));
    }
}
