package org.aryz.deadline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.Test;

/** The board is built anew while it serves. */
@QuarkusTest
class ProjectionsIT extends ServiceIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static ValidatableResponse board() {
        return as("coalition", "auditor")
                .get("/projections")
                .then()
                .statusCode(200)
                .rootPath("projections.find { it.name == 'board' }");
    }

    private static int serving() {
        return board().extract().path("projections.find { it.name == 'board' }.serving.generation");
    }

    @Test
    void aBoardThatWasSpoiltIsMendedByARebuild() throws SQLException {
        var voice = untilListed(known(new Voice().receives(_ -> {})), "rule = 'CO-TRIAGE'");
        var listed = rows(voice);
        var spoilt = serving();
        try (var connection = connect();
                var delete = connection.prepareStatement("delete from deadline.board where complaint = ?")) {
            delete.setObject(1, voice.complaint);
            delete.executeUpdate();
        }
        assertThat(rows(voice)).isZero();

        int generation = as("coalition", "administrator")
                .post("/projections/board/rebuild")
                .then()
                .statusCode(202)
                .body("name", equalTo("board"))
                .body("generation", greaterThan(spoilt))
                .extract()
                .path("generation");

        Patience.until("the new generation serves", LONG_ENOUGH, () -> serving() == generation);
        assertThat(rows(voice)).isEqualTo(listed);
        board().body("serving.version", equalTo(1))
                .body("serving.position", greaterThan(0))
                .body("serving.since", notNullValue())
                .body("replicas.version", contains(1));
        Patience.until(
                "nothing of the one before is left",
                LONG_ENOUGH,
                () -> number("select count(*) from deadline.board_row where generation = ?", spoilt) == 0);
        Patience.until("it is counted", LONG_ENOUGH, () -> given().get("/q/metrics")
                .asString()
                .contains("aryz_projection_building{projection=\"board\"} 0.0"));
    }

    private static long rows(Voice voice) {
        return number("select count(*) from deadline.board where complaint = ?", voice.complaint);
    }

    @Test
    void onlyAnAdministratorBuildsAndOnlyWhatThereIs() {
        as("coalition", "auditor").post("/projections/board/rebuild").then().statusCode(403);
        as("coalition", "lawyer").get("/projections").then().statusCode(403);
        as("coalition", "administrator")
                .post("/projections/boards/rebuild")
                .then()
                .statusCode(404);
        as("coalition", "operator")
                .get("/projections")
                .then()
                .body("projections", hasSize(1))
                .body("projections.replicas", not(empty()));
    }
}
