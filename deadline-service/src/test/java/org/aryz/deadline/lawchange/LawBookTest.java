package org.aryz.deadline.lawchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.law.LawDataException;
import org.aryz.deadline.lawchange.LawChangeCommand.Apply;
import org.aryz.deadline.lawchange.LawChangeCommand.Examine;
import org.aryz.deadline.lawchange.LawChangeCommand.NoteZoneData;
import org.aryz.deadline.lawchange.LawChangeCommand.Propose;
import org.aryz.deadline.lawchange.LawChangeCommand.Reject;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeApplied;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeProposed;
import org.aryz.deadline.lawchange.LawChangeEvent.ZoneDataNoted;
import org.junit.jupiter.api.Test;

class LawBookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final String RULE =
            """
            rules:
              - id: KG-NEW
                version: 1
                title: A new term
                jurisdictions: KG
                kind: watch
                matter: procedure
                per: referral
                trigger: referral.registered
                period: P3D
                counting: calendar
                roll: next
                alerts: A-D
                consequence: none
                basis: A new law
                confidence: C
            """;

    private LawBook book = LawBook.EMPTY;
    private List<LawChangeEvent> said = List.of();

    @Test
    void anotherPersonAppliesWhatWasTriedOut() {
        propose(ONE);
        examine(ONE);
        decide(new Apply(ONE, "second"));

        assertThat(said).containsExactly(new LawChangeApplied(ONE, 1, "second"));
        assertThat(book.applied()).extracting(LawChange::id).containsExactly(ONE);
    }

    @Test
    void whoProposedItCantApplyIt() {
        propose(ONE);
        examine(ONE);

        refused(new Apply(ONE, "first"), LawChangeRefused.Reason.SAME_PERSON);
    }

    @Test
    void withoutADryRunNothingIsApplied() {
        propose(ONE);

        refused(new Apply(ONE, "second"), LawChangeRefused.Reason.NOT_EXAMINED);
        refused(new Apply(TWO, "second"), LawChangeRefused.Reason.UNKNOWN);
    }

    @Test
    void aDryRunAgainstAnOlderLawIsStale() {
        propose(ONE);
        propose(TWO);
        examine(ONE);
        examine(TWO);
        decide(new Apply(ONE, "second"));

        refused(new Apply(TWO, "second"), LawChangeRefused.Reason.STALE);
        decide(new Examine(TWO, 0, 1, 0));
        assertThat(said).isEmpty();
        examine(TWO);
        decide(new Apply(TWO, "second"));
        assertThat(book.revision()).isEqualTo(2);
    }

    @Test
    void whatWasDecidedStaysDecided() {
        propose(ONE);
        examine(ONE);
        decide(new Reject(ONE, "not-needed", "first"));

        refused(new Apply(ONE, "second"), LawChangeRefused.Reason.DECIDED);
        refused(new Reject(ONE, "again", "second"), LawChangeRefused.Reason.DECIDED);
    }

    @Test
    void anotherTimeZoneDatabaseWaitsForAnyPerson() {
        decide(new NoteZoneData(ONE, "2025a", TODAY));
        assertThat(said).containsExactly(new ZoneDataNoted("2025a"));
        decide(new NoteZoneData(ONE, "2025a", TODAY));
        assertThat(said).isEmpty();

        decide(new NoteZoneData(ONE, "2025b", TODAY));
        assertThat(said).singleElement().isInstanceOf(LawChangeProposed.class);
        assertThat(book.zoneDataAwaiting()).contains("2025b");
        decide(new NoteZoneData(TWO, "2025b", TODAY));
        assertThat(said).isEmpty();

        examine(ONE);
        decide(new Apply(ONE, "anybody"));
        assertThat(book.zoneData()).isEqualTo("2025b");
        assertThat(book.zoneDataAwaiting()).isEmpty();
    }

    @Test
    void theLawInUseIsThatOfTheProductAndEveryAppliedChange() {
        var product = new Edition(0, Law.load(), Calendars.load());
        propose(ONE);
        examine(ONE);
        assertThat(product.after(book).law().find("KG-NEW", 1)).isEmpty();
        decide(new Apply(ONE, "second"));

        assertThat(product.after(book).law().find("KG-NEW", 1)).isPresent();
        assertThat(product.after(book, 0).law().find("KG-NEW", 1)).isEmpty();
    }

    @Test
    void aVersionThatHasComputedDatesIsNeverEdited() {
        var law = Law.load().amended(RULE);

        assertThat(law.amended(RULE + "    inForce: {to: 2026-12-31}\n").find("KG-NEW", 1))
                .hasValueSatisfying(rule -> assertThat(rule.inForce().to()).isEqualTo("2026-12-31"));
        assertThatThrownBy(() -> law.amended(RULE.replace("P3D", "P5D")))
                .isInstanceOf(LawDataException.class)
                .hasMessageStartingWith("the change, rule KG-NEW, field version: ");
        assertThatThrownBy(() -> law.amended(RULE.replace("P3D", "3 days")))
                .hasMessageStartingWith("the change, rule KG-NEW, field period: ");
        assertThatThrownBy(() -> law.amended(RULE.replace("version: 1", "version: 2")))
                .hasMessage("the change, rule KG-NEW, field inForce: another version holds on the same days");
    }

    private void propose(UUID id) {
        var rule = id.equals(ONE) ? RULE : RULE.replace("KG-NEW", "KG-NEWER");
        decide(new Propose(id, new Proposal.Rules(rule), "amended", "first", TODAY));
    }

    private void examine(UUID id) {
        decide(new Examine(id, book.revision(), 10, 1));
    }

    private void refused(LawChangeCommand command, LawChangeRefused.Reason reason) {
        assertThatThrownBy(() -> decide(command))
                .isInstanceOfSatisfying(LawChangeRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private void decide(LawChangeCommand command) {
        said = LawBook.decide(command, book);
        said.forEach(event -> book = LawBook.evolve(book, event));
    }
}
