package org.aryz.notification.http;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.aryz.notification.DeadlineTopic;
import org.aryz.notification.DeadlineTopic.Raised;
import org.aryz.notification.WithMailServer;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestTokens;

/** Raises alerts over Kafka and asks for them over HTTP. */
abstract class AlertsApi extends WithMailServer {
    Raised raise() {
        var alert = DeadlineTopic.raised("KG", "urgent");
        deadlines.send(alert);
        Patience.until("the alert is known", SOON, () -> get(alert).statusCode() == 200);
        return alert;
    }

    static Response get(Raised alert) {
        return lawyer().get("/alerts/" + alert.alert());
    }

    static Response acknowledge(Raised alert, String key) {
        return lawyer().noContentType()
                .header("Idempotency-Key", key)
                .post("/alerts/" + alert.alert() + "/acknowledgement");
    }

    static RequestSpecification lawyer() {
        return given().auth().oauth2(TestTokens.of("coalition", "lawyer"));
    }

    static RequestSpecification withKey() {
        return lawyer().header("Idempotency-Key", UUID.randomUUID().toString());
    }
}
