package org.aryz.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aryz.referral.Referral.NotSent;
import org.aryz.referral.Referral.Sent;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** However much of what became of a referral is left out, in whatever order it was told, the rest can be told as it stood. */
class LookingBackTest {
    private static final List<ReferralEvent> LATER =
            List.of(EventSamples.REGISTERED, EventSamples.DECISION_MADE, EventSamples.DECISION_RECEIVED);

    private static Referral fold(List<ReferralEvent> events) {
        Referral state = new NotSent();
        for (var event : events) {
            state = Referral.evolve(state, event);
        }
        return state;
    }

    @RepeatedTest(50)
    void eachPartOfWhatBeganWithTheSendingIsAState(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var left = new ArrayList<>(LATER);
        Collections.shuffle(left, random);
        left.removeIf(_ -> random.nextBoolean());
        left.addFirst(EventSamples.SENT);

        var state = fold(left);

        assertThat(state).isInstanceOfSatisfying(Sent.class, sent -> {
            assertThat(sent.sending()).isEqualTo(EventSamples.SENT);
            assertThat(sent.registration() != null).isEqualTo(left.contains(EventSamples.REGISTERED));
            assertThat(sent.decisions()).hasSize(left.contains(EventSamples.DECISION_MADE) ? 1 : 0);
        });
    }
}
