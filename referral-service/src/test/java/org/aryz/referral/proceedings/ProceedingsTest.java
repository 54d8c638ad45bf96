package org.aryz.referral.proceedings;

import static org.aryz.referral.Samples.COMPLAINT;
import static org.aryz.referral.Samples.SUSPECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.UUID;
import org.aryz.referral.NameBasedId;
import org.aryz.referral.RejectedCommand;
import org.aryz.referral.proceedings.ProceedingsCommand.RecordJudgmentInForce;
import org.aryz.referral.proceedings.ProceedingsEvent.JudgmentInForce;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which judgments can be in force beside each other. */
class ProceedingsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-01");
    private static final UUID OTHER_SUSPECT = UUID.fromString("0195b3c4-6d70-7e88-8f10-1b2c3d4e5f02");

    @Test
    void aJudgmentTakesForceForItsSuspect() {
        assertThat(Proceedings.decide(command(SUSPECT), Proceedings.none())).containsExactly(judgment(SUSPECT));
    }

    @Test
    void eachSuspectHasAJudgmentOfItsOwn() {
        assertThat(Proceedings.decide(command(OTHER_SUSPECT), after(judgment(SUSPECT))))
                .containsExactly(judgment(OTHER_SUSPECT));
        assertThat(Proceedings.decide(command(null), after(judgment(SUSPECT)))).containsExactly(judgment(null));
    }

    @Test
    void aJudgmentTakesForceOnce() {
        assertThatExceptionOfType(RejectedCommand.class)
                .isThrownBy(() -> Proceedings.decide(command(SUSPECT), after(judgment(SUSPECT))));
        assertThatExceptionOfType(RejectedCommand.class)
                .isThrownBy(() -> Proceedings.decide(command(null), after(judgment(null))));
    }

    @Test
    void aNameBasedIdIsThatOfTheStandard() {
        // RFC 9562, appendix A.4
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(NameBasedId.in(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    private static Proceedings after(JudgmentInForce judgment) {
        return Proceedings.evolve(Proceedings.none(), judgment);
    }

    private static RecordJudgmentInForce command(@Nullable UUID suspect) {
        return new RecordJudgmentInForce(COMPLAINT, Outcome.CONVICTED, DAY, suspect);
    }

    private static JudgmentInForce judgment(@Nullable UUID suspect) {
        return new JudgmentInForce(COMPLAINT, Outcome.CONVICTED, DAY, suspect);
    }
}
