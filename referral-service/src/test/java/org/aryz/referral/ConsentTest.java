package org.aryz.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a statement of consent allows. */
class ConsentTest {
    private static final AuthorityCode PROSECUTOR = new AuthorityCode("kg-prosecutor-general");
    private static final AuthorityCode OMBUDSMAN = new AuthorityCode("kg-ombudsman");

    @Test
    void silenceIsNoConsent() {
        assertThat(new Consent.Absent().versionFor(PROSECUTOR)).isEmpty();
    }

    @Test
    void namingNobodyMeansAnybody() {
        assertThat(Consent.given(1, List.of()).versionFor(PROSECUTOR)).contains(1);
    }

    @Test
    void whoIsNotNamedIsNotMeant() {
        var toOmbudsman = Consent.given(2, List.of(OMBUDSMAN));
        assertThat(toOmbudsman.versionFor(OMBUDSMAN)).contains(2);
        assertThat(toOmbudsman.versionFor(PROSECUTOR)).isEmpty();
    }

    @Test
    void aLimitLeavesOnlyWhatItNames() {
        var limited = Consent.limited(2, List.of(OMBUDSMAN));
        assertThat(limited.versionFor(OMBUDSMAN)).contains(2);
        assertThat(limited.versionFor(PROSECUTOR)).isEmpty();
    }

    @Test
    void aLimitThatNamesNobodyLeavesNothing() {
        assertThat(Consent.limited(2, List.of()).versionFor(OMBUDSMAN)).isEmpty();
    }
}
