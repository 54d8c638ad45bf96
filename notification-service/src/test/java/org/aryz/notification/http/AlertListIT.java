package org.aryz.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aryz.notification.DeadlineTopic;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.Test;

/** The list of alerts over HTTP. */
@QuarkusTest
class AlertListIT extends AlertsApi {
    @Test
    void theListFollowsTheLog() {
        var alert = raise();
        var query = "?complaint=" + alert.complaint();
        Patience.until("listed as handed over", SOON, () -> "handed-over"
                .equals(lawyer().get("/alerts" + query).path("alerts[0].deliveries[0].state")));
        assertThat(lawyer().get("/alerts" + query).body().<Object>path("alerts[0]"))
                .isEqualTo(get(alert).body().path("$"));
    }

    @Test
    void thePagesOfTheListHoldEveryAlertOnceNewestFirst() {
        var complaint = UUID.randomUUID();
        var raised = new ArrayList<String>();
        for (int n = 1; n <= 5; n++) {
            var alert = DeadlineTopic.raised("KG", "urgent").with("complaintId", complaint.toString());
            deadlines.send("alert.raised", complaint, n, alert.data());
            raised.addFirst(alert.alert().toString());
        }
        Patience.until(
                "five listed",
                SOON,
                () -> lawyer().get("/alerts?complaint=" + complaint)
                                .<List<Object>>path("alerts")
                                .size()
                        == 5);
        var seen = new ArrayList<String>();
        var next = "/alerts?limit=2&complaint=" + complaint;
        while (next != null) {
            var page = lawyer().get(next);
            seen.addAll(page.path("alerts.id"));
            var link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).isEqualTo(raised);
    }

    @Test
    void theListFiltersByState() {
        var open = raise();
        var acknowledged = raise();
        acknowledge(acknowledged, UUID.randomUUID().toString()).then().statusCode(200);
        Patience.until("listed as acknowledged", SOON, () -> idsOf("acknowledged")
                .contains(acknowledged.alert().toString()));
        assertThat(idsOf("open"))
                .contains(open.alert().toString())
                .doesNotContain(acknowledged.alert().toString());
    }

    private static List<String> idsOf(String state) {
        return lawyer().get("/alerts?limit=200&state=" + state).path("alerts.id");
    }
}
