package org.aryz.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Revision.What;
import org.aryz.deadline.calendar.Scope;
import org.aryz.deadline.lawchange.DryRun;
import org.aryz.deadline.lawchange.Edition;
import org.aryz.deadline.lawchange.Effect;
import org.aryz.deadline.lawchange.LawChange;
import org.aryz.deadline.lawchange.Proposal;
import org.junit.jupiter.api.Test;

/** What a dry run tells from a docket is what the decider would say. */
class DryRunTest extends LivedCase {
    private static final Edition PRODUCT = new Edition(0, Told.LAW, Told.CALENDARS);
    private static final LocalDate FEAST = LocalDate.of(2027, 3, 9);
    private static final String REGISTERED = "referral.registered 2027-03-06 referral=r1";
    private static final String NOW = "2026-11-25T00:00:00Z";

    @Test
    void aForecastFeastDayThatIsConfirmedMovesWhatEndsOnIt() {
        note(NOW, REGISTERED);

        var effects = effects(NOW, day(FEAST, What.DAY_OFF));

        assertThat(effects)
                .filteredOn(effect -> effect.rule().equals("KG-DEC-2021"))
                .singleElement()
                .satisfies(effect -> {
                    assertThat(effect.oldDueAt()).isEqualTo("2027-03-09T18:00:00Z");
                    assertThat(effect.newDueAt()).isEqualTo("2027-03-10T18:00:00Z");
                });
    }

    @Test
    void aFeastDayThatIsMovedAwayIsAWorkingDayLikeAnyOther() {
        note(NOW, REGISTERED);
        var moved = day(FEAST, What.ORDINARY);

        assertThat(effects(NOW, moved))
                .filteredOn(effect -> effect.rule().equals("KG-DEC-2021"))
                .allSatisfy(effect -> assertThat(effect.newDueAt()).isEqualTo(effect.oldDueAt()));
        assertThat(edition(moved)
                        .calendars()
                        .of(Jurisdiction.KG, Scope.ALL)
                        .day(FEAST)
                        .provisional())
                .isFalse();
        assertThat(edition(moved)
                        .calendars()
                        .of(Jurisdiction.KG, Scope.ALL)
                        .day(FEAST.plusDays(1))
                        .provisional())
                .isFalse();
    }

    @Test
    void aDayFarFromEveryDateMovesNothing() {
        note(NOW, REGISTERED);

        assertThat(effects(NOW, day(LocalDate.of(2028, 11, 8), What.DAY_OFF))).isEmpty();
    }

    @Test
    void aShorterTermTellsAtOnceWhatIsOverdueUnderIt() {
        note("2026-11-20T00:00:00Z", "referral.registered 2026-11-19 referral=r1");
        var text = AmendedRule.of("KG-DEC-2021", "P1D", LocalDate.of(2026, 11, 1));

        var effects = effects("2026-11-21T00:00:00Z", new Proposal.Rules(text));

        assertThat(effects).singleElement().satisfies(effect -> {
            assertThat(effect.rule()).isEqualTo("KG-DEC-2021");
            assertThat(effect.newDueAt()).isBefore(effect.oldDueAt());
            assertThat(effect.states()).containsExactly("breached");
            assertThat(effect.alerts()).containsExactly("breach");
        });
    }

    private static Proposal day(LocalDate date, What what) {
        return new Proposal.Days(
                List.of(new Proposal.Day(Jurisdiction.KG, date, what, "islamic", Scope.ALL, "Orozo Ait")));
    }

    private List<Effect> effects(String now, Proposal proposal) {
        var hour = Instant.parse(now);
        var docket = Docket.of(state, PRODUCT.at(hour)).orElseThrow();
        return DryRun.of(proposal, PRODUCT, edition(proposal), hour).effects(docket);
    }

    private static Edition edition(Proposal proposal) {
        var change = new LawChange(
                UUID.randomUUID(), proposal, "reason", "first", LocalDate.of(2026, 11, 20), null, null, null);
        return PRODUCT.with(change, "second");
    }
}
