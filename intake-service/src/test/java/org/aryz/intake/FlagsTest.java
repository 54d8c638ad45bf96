package org.aryz.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlagsTest {
    private static final ZoneId BISHKEK = Jurisdiction.KG.zone();
    private static final Flags NONE = Flags.told(false, false, false);

    @Test
    void sexualViolenceAndDeathFollowFromTheAllegations() {
        var flags = NONE.completedBy(
                List.of(
                        act(AllegationKind.SEXUAL_VIOLENCE, "2026-11-21"),
                        act(AllegationKind.DEATH_IN_CUSTODY, "2026-11-21")),
                null,
                BISHKEK);

        assertThat(flags).isEqualTo(new Flags(false, false, true, true, false));
    }

    @Test
    void whoWasUnderEighteenOnTheDayOfTheActIsAMinor() {
        var act = List.of(act(AllegationKind.TORTURE, "2026-11-21"));

        assertThat(NONE.completedBy(act, LocalDate.parse("2008-11-22"), BISHKEK).minor())
                .isTrue();
        assertThat(NONE.completedBy(act, LocalDate.parse("2008-11-21"), BISHKEK).minor())
                .isFalse();
    }

    @Test
    void theDayOfTheActIsTheDayThere() {
        var act = List.of(act(AllegationKind.TORTURE, "2026-11-20T23:00:00Z"));

        assertThat(NONE.completedBy(act, LocalDate.parse("2008-11-21"), BISHKEK).minor())
                .isFalse();
    }

    @Test
    void whatWasToldIsKept() {
        var told = Flags.told(true, true, true);

        assertThat(told.completedBy(
                        List.of(act(AllegationKind.THREATS, "2026-11-21")), LocalDate.parse("1980-01-01"), BISHKEK))
                .isEqualTo(told);
    }

    private static Allegation act(AllegationKind kind, String when) {
        var moment = Moment.parse(when);
        return Allegation.between(
                UUID.randomUUID(), kind, null, PlaceType.STREET, "KG-GB", Agency.ARMY, moment, moment);
    }
}
