package org.aryz.deadline.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.aryz.deadline.Contract;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the running service lets others see of its firing. */
@QuarkusTest
class WatchedServiceIT extends ServiceIT {

    @ParameterizedTest
    @CsvSource({"firing.watermark, watermark_stream", "firing.canary, canary_stream"})
    void signsOfLifeAreToldAsApproved(String type, String stream) {
        var subject = UUID.fromString(text("select deadline." + stream + "()"));

        var said = PublicRecords.about(subject, type);

        assertThat(said).allSatisfy(each -> {
            assertThat(each.type()).isEqualTo(type);
            assertThat(new Contract(PublicRecords.TOPIC, type).errors(each.data()))
                    .isEmpty();
        });
        assertThat(said.getFirst().data().properties().size())
                .isEqualTo(new Contract(PublicRecords.TOPIC, type)
                        .sample()
                        .properties()
                        .size());
    }

    @Test
    void allIsWellAndItsFiguresAreShown() {
        Patience.until(
                "all is well",
                Duration.ofSeconds(60),
                () -> given().get("/q/health/well").statusCode() == 200);
        given().get("/q/health/well")
                .then()
                .body(
                        "checks.name",
                        hasItems("Clock of this node", "Firing keeps up", "Transactions end", "Reconciliation"));
        given().get("/q/metrics")
                .then()
                .body(containsString("aryz_firing_behind"))
                .body(containsString("aryz_firing_held_back_by"))
                .body(containsString("aryz_database_oldest_snapshot"))
                .body(containsString("aryz_database_idle_transactions"))
                .body(containsString("aryz_clock_skew"))
                .body(containsString("aryz_reconciler_differences_total{kind=\"wrong-time\"}"));
    }

    @Test
    void theCanaryIsOnNobodysList() {
        Patience.until(
                "the canary was fired",
                Duration.ofSeconds(60),
                () -> number("select count(*) from event_log.event where type = 'firing.canary'") > 0);
        lawyer().get("/complaints/{id}/deadlines", text("select deadline.canary_stream()"))
                .then()
                .statusCode(404);
    }
}
