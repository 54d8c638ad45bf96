package org.aryz.servicekit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.aryz.servicekit.health.ClockAgrees;
import org.aryz.servicekit.time.ClockGuard;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** A node whose clock can be moved. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ClockGuardIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    private volatile Duration shift = Duration.ZERO;

    @Test
    void aClockThatIsRightMayClaim() {
        assertTrue(measured(guard()).mayClaim());
    }

    @Test
    void anUnknownClockMayNot() {
        assertFalse(guard().mayClaim());
    }

    @Test
    void aClockThatIsOffMayNotUntilItIsSet() {
        var guard = guard();
        for (var wrong : new Duration[] {Duration.ofSeconds(4), Duration.ofHours(-6)}) {
            shift = wrong;
            assertFalse(measured(guard).mayClaim());
            assertEquals((double) wrong.toSeconds(), guard.secondsAhead(), 1.0);
            var health = new ClockAgrees(guard).call();
            assertEquals(Status.DOWN, health.getStatus());
            assertTrue(String.valueOf(health.getData().orElseThrow()).contains("NTP"));

            shift = Duration.ZERO;
            assertTrue(measured(guard).mayClaim());
            assertEquals(Status.UP, new ClockAgrees(guard).call().getStatus());
        }
    }

    @Test
    void aRunningServiceShowsItsClock() {
        Patience.until(
                "the clock was measured",
                LONG_ENOUGH,
                () -> given().get("/q/health/well").then().extract().asString().contains("secondsAhead\": \"0."));
        given().get("/q/metrics").then().body(containsString("aryz_clock_skew"));
    }

    private ClockGuard guard() {
        return new ClockGuard(pool, () -> Instant.now().plus(shift));
    }

    private static ClockGuard measured(ClockGuard guard) {
        guard.measure().await().atMost(LONG_ENOUGH);
        return guard;
    }
}
