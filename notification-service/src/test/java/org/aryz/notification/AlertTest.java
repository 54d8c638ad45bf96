package org.aryz.notification;

import static org.aryz.notification.Sample.AIDA;
import static org.aryz.notification.Sample.BAKYT;
import static org.aryz.notification.Sample.RAISED;
import static org.aryz.notification.Sample.notice;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aryz.notification.Alert.Raised;
import org.aryz.notification.AlertCommand.Acknowledge;
import org.aryz.notification.AlertCommand.Raise;
import org.aryz.notification.AlertCommand.RecordBounce;
import org.aryz.notification.AlertCommand.RecordFailure;
import org.aryz.notification.AlertCommand.RecordHandedOver;
import org.aryz.notification.AlertCommand.StandDown;
import org.aryz.notification.AlertEvent.AlertAcknowledged;
import org.aryz.notification.AlertEvent.AlertAssigned;
import org.aryz.notification.AlertEvent.AlertBounced;
import org.aryz.notification.AlertEvent.AlertEscalated;
import org.aryz.notification.AlertEvent.AlertHandedOver;
import org.aryz.notification.AlertEvent.AlertQueued;
import org.aryz.notification.AlertEvent.AlertStoodDown;
import org.junit.jupiter.api.Test;

class AlertTest {
    private static final Instant NOW = RAISED.plusSeconds(1);
    private static final Raise RAISE = new Raise(notice(), List.of(AIDA), NOW);

    @Test
    void raisingAssignsAndQueuesEveryRecipient() {
        assertThat(given().when(new Raise(notice(), List.of(AIDA, BAKYT), NOW)))
                .containsExactly(
                        new AlertAssigned(notice(), AIDA, NOW),
                        new AlertQueued(AIDA, 1, null, NOW),
                        new AlertAssigned(notice(), BAKYT, NOW),
                        new AlertQueued(BAKYT, 1, null, NOW));
    }

    @Test
    void raisingTwiceTellsNobodyTwice() {
        assertThat(given(RAISE).when(RAISE)).isEmpty();
    }

    @Test
    void anAcceptedMessageIsHandedOverOnce() {
        assertThat(given(RAISE).when(new RecordHandedOver(AIDA, NOW)))
                .containsExactly(new AlertHandedOver(AIDA, 1, NOW));
        assertThat(given(RAISE, new RecordHandedOver(AIDA, NOW)).when(new RecordHandedOver(AIDA, NOW)))
                .isEmpty();
    }

    @Test
    void aFailedAttemptQueuesTheNextOne() {
        assertThat(given(RAISE).when(new RecordFailure(AIDA, "smtp-451", NOW)))
                .containsExactly(new AlertQueued(AIDA, 2, "smtp-451", NOW));
    }

    @Test
    void attemptsAreCountedToTheOneThatSucceeds() {
        assertThat(given(RAISE, new RecordFailure(AIDA, "smtp-451", NOW)).when(new RecordHandedOver(AIDA, NOW)))
                .containsExactly(new AlertHandedOver(AIDA, 2, NOW));
    }

    @Test
    void aBounceIsToldToTheOthers() {
        assertThat(given(RAISE).when(new RecordBounce(AIDA, "smtp-550", List.of(BAKYT), NOW)))
                .containsExactly(
                        new AlertBounced(AIDA, 1, "smtp-550", NOW),
                        new AlertEscalated(BAKYT, "r-1", "bounced", NOW),
                        new AlertQueued(BAKYT, 1, null, NOW));
    }

    @Test
    void aBounceIsNotToldToWhomeverIsToldAnyway() {
        var both = new Raise(notice(), List.of(AIDA, BAKYT), NOW);
        assertThat(given(both).when(new RecordBounce(AIDA, "smtp-550", List.of(AIDA, BAKYT), NOW)))
                .containsExactly(new AlertBounced(AIDA, 1, "smtp-550", NOW));
    }

    @Test
    void acknowledgingTwiceKeepsTheFirstPerson() {
        assertThat(given(RAISE).when(new Acknowledge("a", NOW))).containsExactly(new AlertAcknowledged("a", NOW));
        assertThat(given(RAISE, new Acknowledge("a", NOW)).when(new Acknowledge("b", NOW)))
                .isEmpty();
    }

    @Test
    void afterAnAcknowledgementFailuresAreNotTriedAgainAndNobodyElseIsTold() {
        var acknowledged = given(RAISE, new Acknowledge("a", NOW));
        assertThat(acknowledged.when(new RecordFailure(AIDA, "smtp-451", NOW))).isEmpty();
        assertThat(acknowledged.when(new RecordBounce(AIDA, "smtp-550", List.of(BAKYT), NOW)))
                .containsExactly(new AlertBounced(AIDA, 1, "smtp-550", NOW));
    }

    @Test
    void aMessageAcceptedAfterTheAcknowledgementIsStillAFact() {
        assertThat(given(RAISE, new Acknowledge("a", NOW)).when(new RecordHandedOver(AIDA, NOW)))
                .containsExactly(new AlertHandedOver(AIDA, 1, NOW));
    }

    @Test
    void aWithdrawnAlertStandsDown() {
        var standDown = new StandDown("deadline-met", NOW);
        assertThat(given(RAISE).when(standDown)).containsExactly(new AlertStoodDown("deadline-met", NOW));
        assertThat(given(RAISE, standDown).when(standDown)).isEmpty();
        assertThat(given().when(standDown)).isEmpty();
    }

    @Test
    void stateNamesWhatPeopleSee() {
        assertThat(given(RAISE).raised().state()).isEqualTo("open");
        assertThat(given(RAISE, new StandDown("deadline-met", NOW)).raised().state())
                .isEqualTo("withdrawn");
        assertThat(given(RAISE, new Acknowledge("a", NOW)).raised().state()).isEqualTo("acknowledged");
    }

    private static Given given(AlertCommand... before) {
        var history = new ArrayList<AlertEvent>();
        for (var command : before) {
            history.addAll(Alert.decide(command, Alert.of(history)));
        }
        return new Given(Alert.of(history));
    }

    private record Given(Alert state) {
        List<AlertEvent> when(AlertCommand command) {
            return Alert.decide(command, state);
        }

        Raised raised() {
            return (Raised) state;
        }
    }
}
