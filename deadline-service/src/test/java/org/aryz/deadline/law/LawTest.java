package org.aryz.deadline.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aryz.deadline.calendar.Jurisdiction;
import org.junit.jupiter.api.Test;

class LawTest {
    private static final Law LAW = Law.load();
    private static final String RULE =
            """
            rules:
              - id: X-1
                version: 1
                title: A rule
                jurisdictions: KG
                kind: watch
                matter: procedure
                per: referral
                trigger: referral.sent
                period: P3D
                counting: calendar
                roll: next
                alerts: A
                consequence: none
                basis: none
                confidence: C
            """;

    @Test
    void noRuleShipsSignedOffSoNoneMayExpire() {
        assertThat(LAW.rules()).noneMatch(Rule::mayExpire);
        assertThat(LAW.rules()).allMatch(rule -> rule.source().signOff() == null);
    }

    @Test
    void theDemonstrationSignsOffOneRuleAndSaysThatItIsFictional() {
        var signed = LAW.signedOffBy("law/demo-sign-offs.yaml").rules().stream()
                .filter(Rule::mayExpire)
                .toList();

        assertThat(signed).extracting(Rule::id).containsExactly("KG-LIM-EG");
        assertThat(signed.getFirst().source().signOff()).extracting("fictional").isEqualTo(true);
    }

    @Test
    void aSignOffLetsNoUnverifiedRuleExpire() {
        var signOff = new SignOff("KG-LIM-G", 1, "counsel", LocalDate.of(2026, 1, 1), "text", false);

        assertThat(LAW.signedOff(List.of(signOff)).rules()).noneMatch(Rule::mayExpire);
    }

    @Test
    void ofTwoMarksTheLowerCounts() {
        assertThat(version("EV-MED-14D", 1).source().confidence()).isEqualTo(Confidence.D);
        assertThat(version("KG-REG-24H", 2).source().confidence()).isEqualTo(Confidence.C);
    }

    @Test
    void aDisabledRuleIsVisibleButStartsNothing() {
        assertThat(version("KG-LIM-NONE", 1).enabled()).isFalse();
        assertThat(LAW.of(Jurisdiction.KG)).extracting(Rule::id).doesNotContain("KG-LIM-NONE");
    }

    @Test
    void oneVersionAtMostIsInForceOnAnyDay() {
        for (var rule : LAW.rules()) {
            assertThat(LAW.rules())
                    .filteredOn(other -> other.id().equals(rule.id()) && !other.equals(rule))
                    .noneMatch(other -> other.inForce().on(rule.inForce().from())
                            || other.inForce().on(rule.inForce().to()));
        }
    }

    @Test
    void aMistakeIsNamedWithFileRuleAndField() {
        assertThatThrownBy(() -> read(RULE.replace("P3D", "3 days")))
                .isInstanceOf(LawDataException.class)
                .hasMessageStartingWith("x.yaml, rule X-1, field period: ");
        assertThatThrownBy(() -> read(RULE.replace("roll: next", "roll: later")))
                .hasMessageStartingWith("x.yaml, rule X-1, field roll: unknown code 'later'");
        assertThatThrownBy(() -> read(RULE.replace("    basis: none\n", "")))
                .hasMessage("x.yaml, rule X-1, field basis: is missing");
        assertThatThrownBy(() -> read(RULE + "    metby: referral.registered\n"))
                .hasMessage("x.yaml, rule X-1, field metby: is not known");
        assertThatThrownBy(() -> read(RULE.replace("referral.sent", "referal.sent")))
                .hasMessage("x.yaml, rule X-1, field trigger: there is no fact 'referal.sent'");
        assertThatThrownBy(() -> read(RULE.replace("alerts: A", "alerts: B")))
                .hasMessage("x.yaml, rule X-1, field alerts: there is no alert set 'B'");
        assertThatThrownBy(
                        () -> read(RULE.replace("period: P3D", "period: none").replace("calendar", "none")))
                .hasMessage("x.yaml, rule X-1, field period: only a disabled rule may have none");
        assertThatThrownBy(() -> read("rules: [")).hasMessageStartingWith("x.yaml: ");
    }

    @Test
    void anAlertSetWithoutItsEndIsRefused() {
        var yaml = "alertSets: [{id: A, title: x, steps: [{at: start, severity: info}]}]";

        assertThatThrownBy(() -> LawFiles.alertSets("a.yaml", yaml))
                .hasMessage("a.yaml, alert set A, field steps: exactly one step must be 'breach'");
    }

    private static List<Rule> read(String yaml) {
        return LawFiles.rules("x.yaml", yaml, Map.of("A", new AlertSet("A", List.of(), null)));
    }

    private static Rule version(String id, int version) {
        return LAW.rules().stream()
                .filter(rule -> rule.id().equals(id) && rule.version() == version)
                .findFirst()
                .orElseThrow();
    }
}
