package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.aryz.testplatform.PublicTopic;
import org.junit.jupiter.api.Test;

/** Should another service ever let a person's words slip into an event, they go no further. */
@QuarkusTest
class PrivacyIT extends ServiceIT {

    @Test
    void whatIsNoCodeIsNeitherStoredNorToldOn() {
        var voice = new Voice().receives(data -> data.put("victim", "CANARY Aibek")
                .put("narrative", "CANARY they beat me")
                .put("channel", "CANARY from a neighbour"));

        PublicRecords.about(voice.complaint, "deadline.opened CO-TRIAGE");

        assertThat(PublicTopic.text(PublicRecords.TOPIC)).doesNotContain("CANARY");
        assertThat(number(
                        "select count(*) from event_log.event where data like '%CANARY%' or metadata like '%CANARY%'"))
                .isZero();
        assertThat(number("select count(*) from deadline.ladder l where l::text like '%CANARY%'"))
                .isZero();
    }
}
