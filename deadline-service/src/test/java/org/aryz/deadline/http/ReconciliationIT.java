package org.aryz.deadline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changed by hand what is armed: it is found and repaired, and every alert still comes once. */
@QuarkusTest
class ReconciliationIT extends ServiceIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String ARMED =
            "select string_agg(concat_ws('|', deadline, next_at, rung_at[rung:], alert, breach), ' ' order by deadline)"
                    + " from deadline.due join deadline.ladder using (deadline)"
                    + " where complaint = ? and next_at < 'infinity'";

    /** What other tests left behind is in order first. */
    @BeforeEach
    void everythingIsInOrder() {
        reconcile();
        assertThat(repaired(reconcile())).isEqualTo("missing 0, surplus 0, wrong time 0, altered 0");
    }

    @Test
    void rowsThatWereDeletedAreArmedAgain() throws SQLException {
        var voice = aComplaint();
        var before = text(ARMED, voice.complaint);
        var rows = number(
                "select count(*) from deadline.due join deadline.ladder using (deadline)"
                        + " where complaint = ? and next_at < 'infinity'",
                voice.complaint);
        execute("delete from deadline.ladder where complaint = ?", voice);

        var counted = counted();
        assertThat(repaired(reconcile())).isEqualTo("missing " + rows + ", surplus 0, wrong time 0, altered 0");
        assertThat(counted()).as("the metric").isEqualTo(counted + rows);
        assertThat(text(ARMED, voice.complaint)).isEqualTo(before);
    }

    @Test
    void rowsThatWereAlteredAreSetRight() throws SQLException {
        var voice = aComplaint();
        var before = text(ARMED, voice.complaint);
        var events = events(voice);
        var of = " where deadline = (select %s(deadline::text)::uuid"
                + " from deadline.due join deadline.ladder using (deadline) where complaint = ? and next_at < 'infinity')";
        execute("update deadline.due set next_at = 'infinity', decides = false" + of.formatted("min"), voice);
        execute(
                "update deadline.ladder set alert = replace(alert, '\"skipped\":[', '\"skipped\":[\"X\"')"
                        + of.formatted("max"),
                voice);

        assertThat(repaired(reconcile())).isEqualTo("missing 0, surplus 0, wrong time 1, altered 1");
        assertThat(text(ARMED, voice.complaint)).isEqualTo(before);
        assertThat(events(voice)).isEqualTo(events);
    }

    @Test
    void rowsThatWereAddedAreTakenAway() throws SQLException {
        var voice = aComplaint();
        var before = text(ARMED, voice.complaint);
        var copy = "with copied as (insert into deadline.ladder select (jsonb_populate_record(l, jsonb_build_object("
                + "'deadline', gen_random_uuid(), 'complaint', %s))).* from deadline.ladder l"
                + " join deadline.due d using (deadline) where l.complaint = ? and next_at < 'infinity' limit 1"
                + " returning deadline, rung_at[1] as at) "
                + "insert into deadline.due select deadline, at, 1, false from copied";
        execute(copy.formatted("complaint"), voice);
        execute(copy.formatted("gen_random_uuid()"), voice);

        assertThat(repaired(reconcile())).isEqualTo("missing 0, surplus 2, wrong time 0, altered 0");
        assertThat(text(ARMED, voice.complaint)).isEqualTo(before);
    }

    @Test
    void aRungThatPassedUnnoticedMeanwhileIsToldOnce() throws SQLException {
        var rung = Instant.now().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
        var voice = known(new Voice().receives(rung.minus(Duration.ofHours(18)), today(), today()));
        execute("delete from deadline.ladder where complaint = ?", voice);
        Patience.until("the rung is reached", LONG_ENOUGH, () -> Instant.now().isAfter(rung.plusSeconds(1)));

        reconcile();
        reconcile();

        var said = PublicRecords.about(voice.complaint, "alert.raised CO-TRIAGE -PT6H");
        assertThat(said)
                .filteredOn(each -> each.toString().equals("alert.raised CO-TRIAGE -PT6H"))
                .hasSize(1);
    }

    @Test
    void whoeverAsksTwiceGetsThePassThatRuns() {
        var first = ask();
        var second = ask();
        assertThat(second.getString("reason")).isIn("asked", "start", "schedule");
        assertThat(first.getString("id")).isNotEmpty();
        assertThat(number("select count(*) from deadline.reconciliation where finished_at is null"))
                .isLessThanOrEqualTo(1);
    }

    private static Voice aComplaint() {
        return known(new Voice().receives(today(), today()).consents());
    }

    /** A pass that began after this was called. */
    private static JsonPath reconcile() {
        Patience.until(
                "no pass runs",
                LONG_ENOUGH,
                () -> number("select count(*) from deadline.reconciliation where finished_at is null") == 0);
        var id = ask().getString("id");
        Patience.until(
                "the pass is finished",
                LONG_ENOUGH,
                () -> number("select count(finished_at) from deadline.reconciliation where id::text = ?", id) == 1);
        var all = as("coalition", "auditor")
                .get("/reconciliations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(all.getString("reconciliations[0].id")).isEqualTo(id);
        return all;
    }

    private static double counted() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("aryz_reconciler_differences_total{kind=\"missing\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static JsonPath ask() {
        return as("coalition", "operator")
                .post("/reconciliations")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private static String repaired(JsonPath passes) {
        var of = "reconciliations[0].repaired.";
        return "missing %d, surplus %d, wrong time %d, altered %d"
                .formatted(
                        passes.getInt(of + "missing"),
                        passes.getInt(of + "surplus"),
                        passes.getInt(of + "wrongTime"),
                        passes.getInt(of + "altered"));
    }

    private static void execute(String sql, Voice voice) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, voice.complaint);
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
