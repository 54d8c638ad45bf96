package org.aryz.referral.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestKafka;
import org.aryz.testplatform.TestPostgres;
import org.junit.jupiter.api.Test;

/** What the service does while its database or Kafka is away, and afterwards, without a restart. */
@QuarkusTest
class OutagesIT extends ServiceIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    @Test
    void whileTheDatabaseIsAwayNothingIsAcknowledgedAndTheSameRequestMaySucceedLater() {
        var complaint = consented();
        var key = UUID.randomUUID().toString();
        TestPostgres.shared().stop();
        try {
            send(lawyer().header("Idempotency-Key", key), complaint, CENTRAL)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("status", equalTo(503));
        } finally {
            TestPostgres.shared().start();
        }
        Patience.until(
                "it is recorded",
                LONG_ENOUGH,
                () -> send(lawyer().header("Idempotency-Key", key), complaint, CENTRAL)
                                .statusCode()
                        == 201);
        assertThat(count("select count(*) from referral.referral_overview where complaint_id = ?", complaint))
                .isEqualTo(1);
    }

    @Test
    void whileKafkaIsAwayReferralsAreRecordedAndFlowOnWhenItIsBack() {
        var complaint = consented();
        TestKafka.shared().stop();
        try {
            send(lawyer(), complaint, CENTRAL).then().statusCode(201);
        } finally {
            TestKafka.shared().start();
        }
        assertThat(PublicRecords.about(complaint, 1)).hasSize(1);
    }
}
