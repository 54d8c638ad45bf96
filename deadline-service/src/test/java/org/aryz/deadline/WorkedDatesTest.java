package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.aryz.deadline.calendar.Jurisdiction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of cases.yaml comes out as written there. */
class WorkedDatesTest {

    @TestFactory
    Stream<DynamicTest> everyWorkedCaseHolds() {
        return WorkedCases.all().map(found -> dynamicTest(found.get("case").asText(), () -> check(found)));
    }

    private static void check(JsonNode found) {
        var country = Jurisdiction.valueOf(found.get("country").asText());
        var facts = Told.facts(country, WorkedCases.texts(found.get("facts")).toArray(String[]::new));
        var deadlines = Deadlines.compute(facts, Told.LAW, Told.CALENDARS);
        WorkedCases.texts(found.get("expect")).forEach(line -> check(line, deadlines));
    }

    private static void check(String line, Deadlines deadlines) {
        var words = line.split("\\s+", -1);
        var of = words[0].split("@", 2);
        var subject = of.length > 1 ? of[1] : null;
        var rule = of[0].split("/", -1);
        var reading = rule.length > 1 ? rule[1] : null;
        for (var i = 1; i < words.length; i++) {
            if (words[i].equals("absent")) {
                assertAbsent(deadlines, rule[0], reading, subject);
            } else {
                var pair = words[i].split("=", 2);
                var deadline = Told.deadline(deadlines, rule[0], reading, subject);
                assertThat(shown(deadline, pair[0], pair[1]))
                        .as(line + " " + deadline.explanation())
                        .isEqualTo(true);
            }
        }
    }

    private static void assertAbsent(
            Deadlines deadlines, String rule, @Nullable String reading, @Nullable String subject) {
        assertThat(deadlines.all())
                .noneMatch(deadline -> deadline.term().rule().equals(rule)
                        && (reading == null || deadline.term().reading().equals(reading))
                        && (subject == null || deadline.term().subject().equals(subject)));
    }

    private static boolean shown(Deadline deadline, String field, String expected) {
        var term = deadline.term();
        return switch (field) {
            case "due" -> term.due().toString().equals(expected);
            case "dueAt" -> term.dueAt().equals(Told.instant(expected));
            case "lastSafe" -> term.lastSafeDay().toString().equals(expected);
            case "actBy" -> term.actBy().toString().equals(expected);
            case "version" -> term.ruleVersion() == Integer.parseInt(expected);
            case "status" -> deadline.standing().code().equals(expected);
            case "late" ->
                deadline.standing() instanceof Standing.Met met && met.late() == Boolean.parseBoolean(expected);
            case "shadow" -> term.shadow() == Boolean.parseBoolean(expected);
            case "reason" ->
                deadline.standing() instanceof Standing.Waived waived
                        && waived.reason().equals(expected);
            case "step" -> deadline.explanation().stream().map(Step::code).anyMatch(expected::equals);
            case "subject" -> term.subject().equals(expected);
            case "caution" -> term.caution().equals(List.of(expected.split(",", -1)));
            default -> throw new IllegalArgumentException(field);
        };
    }
}
