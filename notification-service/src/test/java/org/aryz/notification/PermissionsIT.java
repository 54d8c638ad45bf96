package org.aryz.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.StreamId;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PermissionsContract;
import org.aryz.testplatform.PlatformResource;

/** Who may do what with alerts. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@QuarkusTestResource(NotificationResource.class)
class PermissionsIT extends PermissionsContract {
    @Inject
    EventLog log;

    @Override
    protected Example exampleOf(String operationId) {
        var alert = DeadlineTopic.raised("KG", "info");
        new DeadlineTopic().send(alert);
        Patience.until(
                "the alert is known", Duration.ofSeconds(30), () -> !log.readStream(StreamId.of(alert.alert()), 0)
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .isEmpty());
        return new Example(Map.of("id", alert.alert().toString()), "{}");
    }
}
