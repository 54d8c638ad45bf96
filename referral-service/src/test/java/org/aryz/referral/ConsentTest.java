package org.aryz.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How statements of consent follow upon each other. */
class ConsentTest {
    private static final AuthorityCode PROSECUTOR = new AuthorityCode("kg-prosecutor-general");
    private static final AuthorityCode OMBUDSMAN = new AuthorityCode("kg-ombudsman");
    private static final Consent NONE = new Consent.Absent();

    @Test
    void silenceIsNoConsent() {
        assertThat(NONE.versionFor(PROSECUTOR)).isEmpty();
    }

    @Test
    void namingNobodyMeansAnybody() {
        assertThat(NONE.given(1, List.of()).versionFor(PROSECUTOR)).contains(1);
    }

    @Test
    void laterConsentAddsToEarlier() {
        var both = NONE.given(1, List.of(PROSECUTOR)).given(2, List.of(OMBUDSMAN));
        assertThat(both.versionFor(PROSECUTOR)).contains(2);
        assertThat(both.versionFor(OMBUDSMAN)).contains(2);
        assertThat(NONE.given(1, List.of()).given(2, List.of(OMBUDSMAN)).versionFor(PROSECUTOR))
                .contains(2);
    }

    @Test
    void aLimitLeavesOnlyWhatItNames() {
        var limited = NONE.given(1, List.of()).limited(2, List.of(OMBUDSMAN));
        assertThat(limited.versionFor(OMBUDSMAN)).contains(2);
        assertThat(limited.versionFor(PROSECUTOR)).isEmpty();
    }

    @Test
    void aLimitThatNamesNobodyLeavesNothing() {
        assertThat(NONE.given(1, List.of()).limited(2, List.of()).versionFor(OMBUDSMAN))
                .isEmpty();
    }
}
