package org.aryz.servicekit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.aryz.testplatform.PlatformResource;
import org.junit.jupiter.api.Test;

/** A service that was not told that time is simulated, as every service in production. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(RealTimeIT.Production.class)
class RealTimeIT {

    /** The settings that a service ships with. */
    public static class Production implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("aryz.simulated-time", "false");
        }
    }

    @Inject
    Pool pool;

    @Test
    void nobodyMovesItsClock() {
        var daysAhead = pool.withConnection(connection -> connection
                        .query("set aryz.clock_offset = '10 days'")
                        .execute()
                        .chain(() -> connection
                                .query("select extract(days from event_log.now() - clock_timestamp())::int")
                                .execute())
                        .map(rows -> rows.iterator().next().getInteger(0)))
                .await()
                .atMost(Duration.ofSeconds(20));

        assertEquals(0, daysAhead);
    }
}
