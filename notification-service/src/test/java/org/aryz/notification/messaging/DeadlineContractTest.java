package org.aryz.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.aryz.notification.Sample;
import org.aryz.notification.storage.NoticeForm;
import org.aryz.testplatform.PublishedEvents;
import org.junit.jupiter.api.Test;

/** What the deadline service says can be read here. */
class DeadlineContractTest {

    @Test
    void aRaisedAlertIsReadWhole() {
        var sample = new Contract("aryz.deadlines", "alert.raised").sample();
        assertThat(NoticeForm.read(sample)).isEqualTo(Sample.notice());
        assertThat(sample.path("alert").textValue()).isEqualTo(Sample.ALERT.toString());
    }

    @Test
    void aWithdrawnAlertNamesItsReason() {
        var sample = new Contract("aryz.deadlines", "alert.withdrawn").sample();
        assertThat(sample.path("alert").textValue()).isEqualTo(Sample.ALERT.toString());
        assertThat(sample.path("reason").textValue()).isEqualTo("deadline-met");
        assertThat(sample.path("correlationId").isTextual()).isTrue();
    }

    @Test
    void everyPublishedTypeIsKnownAndNoOther() {
        assertThat(PublishedEvents.typesOn("aryz.deadlines")).allMatch(DeadlineEvents::isKnown);
        assertThat(DeadlineEvents.isKnown("deadline.unheard-of")).isFalse();
    }
}
