package org.aryz.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.aryz.notification.application.Channel.Outcome.Accepted;
import org.aryz.notification.application.Channel.Outcome.Deferred;
import org.aryz.notification.application.Channel.Outcome.Unreachable;
import org.junit.jupiter.api.Test;

class BreatherTest {
    private final Breather breather = new Breather();

    @Test
    void allHandsWorkWhileTheServerAnswers() {
        breather.heard(new Deferred("smtp-451"));
        assertThat(breather.allows(16, 5)).isEqualTo(11);
    }

    @Test
    void nothingIsTriedRightAfterTheServerWasAway() {
        breather.heard(new Unreachable("no-connection"));
        assertThat(breather.allows(16, 0)).isZero();
    }

    @Test
    void anyAnswerEndsThePause() {
        breather.heard(new Unreachable("no-connection"));
        breather.heard(new Accepted());
        assertThat(breather.allows(16, 0)).isEqualTo(16);
    }
}
