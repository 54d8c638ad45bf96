package org.aryz.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.aryz.notification.Sample;
import org.aryz.notification.Severity;
import org.junit.jupiter.api.Test;

class RecipientsTest {
    private static final Recipient OWNER = recipient("owner", "legal-aid", Set.of("KG"), Set.of(Severity.WARNING));
    private static final Recipient SHARER = recipient("sharer", "coalition", Set.of("KG"), Set.of(Severity.WARNING));
    private static final Recipient FOREIGN = recipient("foreign", "hotline", Set.of("KG"), Set.of(Severity.WARNING));
    private static final Recipient ELSEWHERE =
            recipient("elsewhere", "coalition", Set.of("KZ"), Set.of(Severity.WARNING));
    private static final Recipient LATE = recipient("late", "coalition", Set.of("KG"), Set.of(Severity.BREACH));

    @Test
    void whoMayAndWantsToKnowIsTold() {
        var recipients = new Recipients(List.of(OWNER, SHARER, FOREIGN, ELSEWHERE, LATE), List.of("late"));
        assertThat(recipients.concernedBy(Sample.notice())).containsExactly(OWNER, SHARER);
    }

    @Test
    void whereNobodyMatchesTheFallbackIsTold() {
        var recipients = new Recipients(List.of(FOREIGN, ELSEWHERE, LATE), List.of("late"));
        assertThat(recipients.concernedBy(Sample.notice())).containsExactly(LATE);
    }

    @Test
    void theLadderLeadsOverLawyersAndCoordinatorsWhoMayKnowToTheFallback() {
        var lawyer = recipient("lawyer", "legal-aid", Role.LAWYER, Set.of("KG"), Set.of());
        var coordinator = recipient("coordinator", "coalition", Role.COORDINATOR, Set.of("KG"), Set.of());
        var abroad = recipient("abroad", "coalition", Role.LAWYER, Set.of("KZ"), Set.of());
        var foreign = recipient("foreign", "hotline", Role.COORDINATOR, Set.of("KG"), Set.of());
        var recipients = new Recipients(List.of(OWNER, coordinator, lawyer, abroad, foreign, LATE), List.of("late"));
        assertThat(recipients.ladder(Sample.notice()))
                .containsExactly(List.of(lawyer), List.of(coordinator), List.of(LATE));
    }

    @Test
    void aListThatCouldLeaveAnAlertWithoutAPersonIsRefused() {
        assertThatThrownBy(() -> new Recipients(List.of(OWNER), List.of())).hasMessageContaining("fallback");
        assertThatThrownBy(() -> new Recipients(List.of(OWNER), List.of("nobody")))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> new Recipients(List.of(OWNER, OWNER), List.of("owner")))
                .hasMessageContaining("twice");
    }

    @Test
    void anOperatorIsToldOfTheHouseAndNeverOfComplaints() {
        var operator = recipient("operator", "coalition", Role.OPERATOR, Set.of("KG"), Set.of(Severity.WARNING));
        var coordinator = recipient("coordinator", "coalition", Role.COORDINATOR, Set.of("KG"), Set.of());
        var recipients = new Recipients(List.of(OWNER, operator, coordinator, LATE), List.of("late"));
        assertThat(recipients.concernedBy(Sample.notice())).containsExactly(OWNER);
        assertThat(recipients.alarmed()).containsExactly(operator, coordinator);
        assertThat(new Recipients(List.of(OWNER, LATE), List.of("late")).alarmed())
                .containsExactly(LATE);
        assertThatThrownBy(() -> new Recipients(List.of(operator), List.of("operator")))
                .hasMessageContaining("operator, who is told of no complaint");
    }

    @Test
    void theAddressIsNotInItsText() {
        assertThat(OWNER.toString()).doesNotContain("@");
    }

    private static Recipient recipient(
            String id, String organisation, Set<String> jurisdictions, Set<Severity> severities) {
        return recipient(id, organisation, Role.CASE_WORKER, jurisdictions, severities);
    }

    private static Recipient recipient(
            String id, String organisation, Role role, Set<String> jurisdictions, Set<Severity> severities) {
        return new Recipient(
                id,
                organisation,
                id + "@example.org",
                Language.EN,
                ZoneId.of("Asia/Bishkek"),
                role,
                jurisdictions,
                severities);
    }
}
