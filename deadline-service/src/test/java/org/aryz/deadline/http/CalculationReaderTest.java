package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the calculator refuses, by which status, and which field it names. */
class CalculationReaderTest {
    private static final String GOOD =
            """
            { "start": "2024-06-04T12:00:00+06:00", "zone": "Asia/Bishkek",
              "term": { "period": "P10D", "count": "CALENDAR", "firstDay": "NEXT_DAY", "cutOff": null, "roll": "NONE" },
              "calendar": { "id": "KG", "scope": "all", "knownOn": "2024-06-01" },
              "suspensions": [ { "from": "2024-06-07", "to": "2024-06-08" } ] }""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /term/period      | "P1M2D"              | 422 | /term/period   | mixed-units
            /term/period      | "P1Y6M"              | 422 | /term/period   | mixed-units
            /term/period      | "P1W1D"              | 422 | /term/period   | mixed-units
            /term/period      | "P1DT12H"            | 422 | /term/period   | mixed-units
            /term/period      | "P-10D"              | 422 | /term/period   | negative
            /term/period      | "-P10D"              | 422 | /term/period   | negative
            /term/period      | "-P1M2D"             | 422 | /term/period   | negative
            /term/period      | "P1.5D"              | 422 | /term/period   | fraction
            /term/period      | "PT24H"              | 422 | /term/period   | only-elapsed
            /term/period      | "P101Y"              | 422 | /term/period   | too-long
            /term/period      | "P99999999999999999D"| 422 | /term/period   | too-long
            /term/period      | "P2147483647M"       | 422 | /term/period   | too-long
            /term/period      | "10D"                | 400 | /term/period   | bad-format
            /term/period      | "P"                  | 400 | /term/period   | bad-format
            /term/period      | "PT"                 | 400 | /term/period   | bad-format
            /term/period      | "P1DT"               | 400 | /term/period   | bad-format
            /term/period      | "P1D1M"              | 400 | /term/period   | bad-format
            /term/period      | ""                   | 400 | /term/period   | bad-format
            /term/period      | null                 | 422 | /term/period   | not-null
            /term/count       | null                 | 422 | /term/count    | not-null
            /term/count       | "calendar"           | 400 | /term/count    | unknown-code
            /term/firstDay    | "TODAY"              | 400 | /term/firstDay | unknown-code
            /term/roll        | "NEXT"               | 400 | /term/roll     | unknown-code
            /term/cutOff      | "4 pm"               | 400 | /term/cutOff   | bad-format
            /term/cutOff      | "24:00"              | 400 | /term/cutOff   | bad-format
            /term             | null                 | 422 | /term          | not-null
            /start            | null                 | 422 | /start         | not-null
            /start            | "2024-02-30"         | 400 | /start         | bad-format
            /start            | "2024-06-04T12:00"   | 400 | /start         | bad-format
            /start            | "1824-06-04"         | 422 | /start         | out-of-range
            /start            | "+999999999-12-31"   | 400 | /start         | bad-format
            /start            | "9999-12-31"         | 422 | /start         | out-of-range
            /zone             | "Asia/Nowhere"       | 422 | /zone          | unknown-zone
            /zone             | null                 | 422 | /zone          | not-null
            /calendar         | null                 | 422 | /calendar      | not-null
            /calendar/id      | "XX"                 | 422 | /calendar/id   | unknown-calendar
            /calendar/id      | null                 | 422 | /calendar/id   | not-null
            /calendar/scope   | "everybody"          | 400 | /calendar/scope | unknown-code
            /calendar/weekend | ["SATURDAY"]         | 422 | /calendar      | named-and-given
            /suspensions/0/from | null               | 422 | /suspensions/0/from | not-null
            /suspensions/0/to | "2024-06-06"         | 422 | /suspensions/0 | ends-before-it-begins
            /suspensions/0/to | "2024-06-06T23:59:59+06:00" | 422 | /suspensions/0 | ends-before-it-begins
            /suspensions/0/to | "tomorrow"           | 400 | /suspensions/0/to | bad-format
            /suspensions/0    | null                 | 422 | /suspensions/0 | not-null
            """)
    void whatMakesNoSenseIsRefusedWithTheFieldNamed(String at, String value, int status, String pointer, String code) {
        assertRefused(with(GOOD, at, value), status, pointer, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /term/period | "P1D"              | /term/period | needs-hours
            /term/period | "P1M"              | /term/period | needs-hours
            /term/period | "PT9999999H"       | /term/period | too-long
            /start       | "2024-06-04"       | /start       | needs-time
            /term/cutOff | "16:00"            | /term/cutOff | not-with-elapsed
            /term/roll   | "NEXT_WORKING_DAY" | /term/roll   | not-with-elapsed
            /term/roll   | "PREVIOUS_WORKING_DAY" | /term/roll | not-with-elapsed
            """)
    void elapsedTimeIsHoursFromAMomentAndIsNeverRolled(String at, String value, String pointer, String code) {
        var elapsed = with(with(GOOD, "/term/count", "\"ELAPSED\""), "/term/period", "\"PT24H\"");

        assertRefused(with(elapsed, at, value), 422, pointer, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"P2W\"", "\"P1M\"", "\"P1Y\""})
    void workingDaysAreWholeDays(String period) {
        var working = with(GOOD, "/term/count", "\"WORKING_DAYS\"");

        assertRefused(with(working, "/term/period", period), 422, "/term/period", "needs-days");
        assertRefused(with(working, "/term/period", "\"PT8H\""), 422, "/term/period", "only-elapsed");
        assertRefused(with(working, "/term/period", "\"P5001D\""), 422, "/term/period", "too-long");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        var bad = with(with(GOOD, "/term/period", "\"P1M2D\""), "/zone", "\"Asia/Nowhere\"");

        assertThat(refusal(bad).problem().errors())
                .extracting(FieldError::pointer)
                .containsExactly("/zone", "/term/period");
    }

    @Test
    void elapsedTimeNeedsNoCalendarAndTheConventionHasDefaults() {
        assertThatCode(
                        () -> Calculator.read(
                                json(
                                        """
                { "start": "2024-06-04T12:00:00+06:00", "zone": "Asia/Bishkek",
                  "term": { "period": "PT24H", "count": "ELAPSED", "firstDay": "SAME_DAY" } }""")))
                .doesNotThrowAnyException();
        assertThat(Calculator.answer(
                                json(
                                        """
                        { "start": "2024-06-04", "zone": "Asia/Bishkek", "term": { "period": "P4D", "count": "CALENDAR" },
                          "calendar": { "weekend": ["Saturday", "sunday"] } }"""))
                        .get("due")
                        .asText())
                .isEqualTo("2024-06-08");
    }

    @Test
    void aWeekendMustBeGivenAndConsistOfDays() {
        var given = with(GOOD, "/calendar", "{ \"daysOff\": [] }");
        assertRefused(given, 422, "/calendar/weekend", "not-null");
        assertRefused(
                with(GOOD, "/calendar", "{ \"weekend\": [\"Sat\"] }"), 400, "/calendar/weekend/0", "unknown-code");
        assertRefused(with(GOOD, "/calendar", "{ \"weekend\": [null] }"), 422, "/calendar/weekend/0", "not-null");
        assertRefused(
                with(GOOD, "/calendar", "{ \"weekend\": [], \"daysOff\": [null] }"),
                422,
                "/calendar/daysOff/0",
                "not-null");
    }

    private static void assertRefused(JsonNode question, int status, String pointer, String code) {
        var problem = refusal(question).problem();
        assertThat(problem.status()).as(problem.toString()).isEqualTo(status);
        assertThat(problem.errors())
                .as(question.toString())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple(pointer, code));
    }

    private static Rejected refusal(JsonNode question) {
        return catchThrowableOfType(Rejected.class, () -> Calculator.read(question));
    }

    private static JsonNode with(String question, String pointer, String value) {
        return with(json(question), pointer, value);
    }

    private static JsonNode with(JsonNode question, String pointer, String value) {
        var changed = question.deepCopy();
        var parent = changed.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ObjectNode object) {
            object.set(name, json(value));
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name), json(value));
        }
        return changed;
    }

    private static JsonNode json(String text) {
        try {
            return Calculator.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
