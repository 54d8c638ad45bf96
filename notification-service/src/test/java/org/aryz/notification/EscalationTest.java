package org.aryz.notification;

import static org.aryz.notification.Sample.AIDA;
import static org.aryz.notification.Sample.BAKYT;
import static org.aryz.notification.Sample.RAISED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aryz.notification.Alert.Raised;
import org.aryz.notification.AlertCommand.Acknowledge;
import org.aryz.notification.AlertCommand.Escalate;
import org.aryz.notification.AlertCommand.Raise;
import org.aryz.notification.AlertCommand.RecordBounce;
import org.aryz.notification.AlertCommand.RecordHandedOver;
import org.aryz.notification.AlertCommand.StandDown;
import org.aryz.notification.AlertEvent.AlertEscalated;
import org.aryz.notification.AlertEvent.AlertQueued;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final Escalation RULE = new Escalation(Set.of(Severity.BREACH), PATIENCE);
    private static final Route CHOLPON = new Route("r-3", "e-mail");
    private static final List<List<Route>> LADDER = List.of(List.of(), List.of(BAKYT), List.of(AIDA, CHOLPON));
    private static final Notice BREACH = Sample.notice("KG-INV-60D", Severity.BREACH);

    @Test
    void silencePassesAnAlertOnToTheNextStepThatHasSomebody() {
        var at = RAISED.plus(PATIENCE);
        assertThat(Alert.decide(escalate(at), raised()))
                .containsExactly(
                        new AlertEscalated(BAKYT, "r-1", "not-acknowledged", at), new AlertQueued(BAKYT, 1, null, at));
    }

    @Test
    void nobodyIsDisturbedBeforeTheTimeHasPassed() {
        assertThat(Alert.decide(escalate(RAISED.plus(PATIENCE).minusMillis(1)), raised()))
                .isEmpty();
    }

    @Test
    void eachStepHasTheWholeTimeAndNobodyIsToldTwice() {
        var first = RAISED.plus(PATIENCE);
        var once = after(raised(), escalate(first));
        assertThat(Alert.decide(escalate(first.plusSeconds(1)), once)).isEmpty();
        var second = first.plus(PATIENCE);
        assertThat(Alert.decide(escalate(second), once))
                .containsExactly(
                        new AlertEscalated(CHOLPON, "r-2", "not-acknowledged", second),
                        new AlertQueued(CHOLPON, 1, null, second));
    }

    @Test
    void theLadderEndsWhereNobodyIsLeft() {
        var all = after(raised(), escalate(RAISED.plus(PATIENCE)), escalate(RAISED.plus(PATIENCE.multipliedBy(2))));
        assertThat(Alert.decide(escalate(RAISED.plus(PATIENCE.multipliedBy(9))), all))
                .isEmpty();
    }

    @Test
    void whoeverTookNoteOrTheReasonThatIsGoneEndsTheWaiting() {
        var late = RAISED.plus(PATIENCE.multipliedBy(2));
        for (var settled : List.of(new Acknowledge("lawyer-1", RAISED), new StandDown("deadline-met", RAISED))) {
            var alert = after(raised(), settled);
            assertThat(RULE.dueAt((Raised) alert)).isEmpty();
            assertThat(Alert.decide(escalate(late), alert)).isEmpty();
        }
    }

    @Test
    void whereNobodyNeedTakeNoteNothingIsDue() {
        var warning = after(new Alert.Unraised(), new Raise(Sample.notice(), List.of(AIDA), RAISED));
        assertThat(RULE.dueAt((Raised) warning)).isEmpty();
    }

    @Test
    void deliveringIsNoAnswerAndMovesNothing() {
        var delivered = after(raised(), new RecordHandedOver(AIDA, RAISED.plusSeconds(60)));
        assertThat(RULE.dueAt((Raised) delivered)).contains(RAISED.plus(PATIENCE));
    }

    @Test
    void whoIsToldInsteadOfABadAddressHasTheWholeTimeToo() {
        var at = RAISED.plusSeconds(60);
        var bounced = after(raised(), new RecordBounce(AIDA, "smtp-550", List.of(BAKYT), at));
        assertThat(RULE.dueAt((Raised) bounced)).contains(at.plus(PATIENCE));
        assertThat(delivery(bounced, BAKYT).escalation()).isEqualTo("bounced");
    }

    @Test
    void aDeliveryKeepsWhyItsPersonIsTold() {
        var told = after(
                raised(),
                escalate(RAISED.plus(PATIENCE)),
                new RecordHandedOver(BAKYT, RAISED.plus(PATIENCE).plusSeconds(1)));
        assertThat(delivery(told, BAKYT).escalation()).isEqualTo("not-acknowledged");
        assertThat(delivery(told, AIDA).escalation()).isNull();
    }

    @Test
    void aTimeInWhichNobodyCanAnswerIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Escalation(Set.of(), Duration.ZERO));
    }

    private static Alert raised() {
        return after(new Alert.Unraised(), new Raise(BREACH, List.of(AIDA), RAISED));
    }

    private static Escalate escalate(Instant at) {
        return new Escalate(RULE, LADDER, at);
    }

    private static Delivery delivery(Alert alert, Route route) {
        return Objects.requireNonNull(((Raised) alert).deliveries().get(route));
    }

    private static Alert after(Alert alert, AlertCommand... commands) {
        for (var command : commands) {
            for (var event : Alert.decide(command, alert)) {
                alert = Alert.evolve(alert, event);
            }
        }
        return alert;
    }
}
