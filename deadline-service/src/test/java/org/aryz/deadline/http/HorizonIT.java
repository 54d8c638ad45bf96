package org.aryz.deadline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.aryz.deadline.view.horizon.CalendarFile;
import org.aryz.deadline.view.horizon.CsvFile;
import org.aryz.testplatform.Patience;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What runs out can be taken along, and lies in files for the hour in which everything else is down. */
@QuarkusTest
@QuarkusTestResource(HorizonDirectory.class)
class HorizonIT extends ServiceIT {
    private final String owner = "org-" + UUID.randomUUID();

    private static Path directory() {
        return ConfigProvider.getConfig().getValue("aryz.horizon.directory", Path.class);
    }

    private Voice complaint() {
        return untilListed(
                new Voice().receives(data -> {
                    ofOwner(data);
                    data.put("victim", "CANARY Aibek")
                            .put("narrative", "CANARY they beat me")
                            .put("channel", "CANARY from a neighbour");
                }),
                "rule = 'CO-TRIAGE'");
    }

    private void ofOwner(ObjectNode data) {
        data.put("organisation", owner)
                .put("reference", "KG-2026-" + owner.substring(owner.length() - 10))
                .put("occurredAt", Instant.now().toString());
        data.putArray("sharedWith");
        var first = (ObjectNode) data.withArray("allegations").get(0);
        first.put("id", UUID.randomUUID().toString())
                .put("earliest", today().minusDays(1).toString())
                .put("latest", today().minusDays(1).toString());
        data.putArray("allegations").add(first);
    }

    private String reference(Voice voice) {
        return text("select min(reference) from deadline.board where complaint = ?", voice.complaint);
    }

    @Test
    void aCalendarTakesItIn() {
        var voice = complaint();

        var answer = as(owner, "lawyer")
                .accept("text/calendar")
                .get("/horizon")
                .then()
                .statusCode(200)
                .extract();

        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        var calendar = CalendarFile.read(answer.asString());
        assertThat(calendar.events).anySatisfy(event -> assertThat(event)
                .containsEntry("SUMMARY", reference(voice) + " EV-MED-14D")
                .containsEntry(
                        "DTSTART;VALUE=DATE", today().plusDays(13).toString().replace("-", "")));
        assertThat(calendar.events).extracting(event -> event.get("UID")).doesNotHaveDuplicates();
        assertThat(calendar.events)
                .extracting(event -> event.get("SUMMARY"))
                .doesNotContain(reference(voice) + " KG-LIM-EG");
        assertThat(CalendarFile.read(
                                as(owner, "lawyer").get("/horizon.ics?days=90").asString())
                        .events)
                .hasSameSizeAs(calendar.events);
    }

    @Test
    void anotherTypeThanTheseIsNotOffered() {
        as(owner, "lawyer")
                .accept("application/json")
                .get("/horizon")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void aTableHoldsTheSame() {
        var voice = complaint();

        var answer = as(owner, "lawyer")
                .accept("text/csv")
                .get("/horizon?days=1100")
                .then()
                .statusCode(200)
                .extract();

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        var rows = CsvFile.read(answer.asString());
        assertThat(rows.stream().map(row -> row.get(rows.getFirst().indexOf("rule"))))
                .contains("EV-MED-14D", "CO-TRIAGE");
        assertThat(rows.stream().skip(1)).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.getFirst()));
        assertThat(rows.stream().skip(1))
                .allSatisfy(row -> assertThat(row.getFirst()).isEqualTo(reference(voice)));
        assertThat(CsvFile.read(as(owner, "lawyer").get("/horizon.csv?days=2").asString()))
                .hasSizeLessThan(rows.size());
        assertThat(CsvFile.read(
                        as(owner, "lawyer").accept("*/*").get("/horizon").asString()))
                .isNotEmpty();
    }

    @Test
    void nobodyTakesAlongWhatIsNotTheirs() {
        complaint();

        assertThat(CsvFile.read(
                        as("stranger", "coordinator").get("/horizon.csv").asString()))
                .hasSize(1);
        assertThat(CalendarFile.read(as("stranger", "coordinator")
                                .get("/horizon.ics")
                                .asString())
                        .events)
                .isEmpty();
        as(owner, "operator").get("/horizon.csv").then().statusCode(403);
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        as(owner, "lawyer")
                .get("/horizon.csv?days=0")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("days"));
    }

    @Test
    void whenToldTheFilesAreWrittenAndNameNobody() throws IOException {
        var voice = complaint();
        var asked = as("coalition", "operator")
                .post("/horizon")
                .then()
                .statusCode(202)
                .body("askedAt", notNullValue())
                .extract();
        var moment = Instant.parse(asked.path("askedAt"));

        Patience.until(
                "the files are written",
                Duration.ofSeconds(30),
                () -> number("select count(*) from deadline.horizon where made_at >= ?::timestamptz", moment.toString())
                        == 1);

        var calendar = Files.readString(directory().resolve("horizon.ics"));
        var table = Files.readString(directory().resolve("horizon.csv"));
        var page = Files.readString(directory().resolve("horizon.html"));
        var reference = reference(voice);
        assertThat(CalendarFile.read(calendar).events)
                .anySatisfy(event -> assertThat(event).containsEntry("SUMMARY", reference + " EV-MED-14D"));
        assertThat(CsvFile.read(table)).anySatisfy(row -> assertThat(row).contains(reference, "EV-MED-14D"));
        assertThat(page).contains(reference, "EV-MED-14D", "Made at", "it is complete");
        assertThat(calendar + table + page).doesNotContain("CANARY", "Aibek");
        try (var files = Files.list(directory())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("horizon.csv", "horizon.ics", "horizon.html");
        }
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("Horizon files", "Calendars"))
                .body("checks.find { it.name == 'Horizon files' }.data.ageSeconds", notNullValue());
        Patience.until("the gauge shows the age", Duration.ofSeconds(30), () -> given().get("/q/metrics")
                .asString()
                .lines()
                .anyMatch(line -> line.startsWith("aryz_horizon_age_seconds") && !line.endsWith("NaN")));
    }

    @Test
    void calendarsSayHowFarTheyReachAndWhoHasToConfirmWhat() {
        as("coalition", "operator")
                .get("/calendars")
                .then()
                .statusCode(200)
                .body("calendars.id", hasItems("KG", "KZ", "TJ"))
                .body("calendars.findAll { it.id == 'KG' }.scope", hasItems("all", "state_bodies"))
                .body("calendars[0].coveredUntil", equalTo("2028-12-31"))
                .body("calendars[0].provisionalDays.confirmedBy", hasItems("religious-authority"));
        assertThat(given().get("/q/metrics").asString())
                .contains("aryz_calendar_days_covered", "aryz_calendar_days_unconfirmed");
    }
}
