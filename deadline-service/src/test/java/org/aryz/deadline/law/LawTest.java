package org.aryz.deadline.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
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
    void whatCannotBeIsNamedWithFileRuleAndField() {
        assertThatThrownBy(() -> read(RULE.replace("id: X-1", "id: x 1"))).hasMessageContaining("field id: 'x 1'");
        assertThatThrownBy(() -> read(RULE.replace("version: 1", "version: 0")))
                .hasMessage("x.yaml, rule X-1, field version: expected a number from 1, found 0");
        assertThatThrownBy(() -> read(RULE.replace("per: referral", "per: refferal")))
                .hasMessage("x.yaml, rule X-1, field per: no fact names a 'refferal'");
        assertThatThrownBy(
                        () -> read(RULE.replace("trigger: referral.sent", "trigger: {type: referral.sent, kind: x}")))
                .hasMessage("x.yaml, rule X-1, field trigger, field kind: 'referral.sent' has no public field 'kind'");
        assertThatThrownBy(() -> read(RULE.replace("P3D", "-P3D")))
                .hasMessageContaining("field period: expected a length");
        assertThatThrownBy(() -> read(RULE.replace("P3D", "PT3H").replace("calendar", "elapsed-hours")))
                .hasMessage("x.yaml, rule X-1, field roll: hours are never rolled");
        assertThatThrownBy(() -> read(RULE.replace("roll: next", "roll: prev")))
                .hasMessage("x.yaml, rule X-1, field roll: only a duty has an act-by day, a watch ends by itself");
        assertThatThrownBy(() -> read(RULE.replace("consequence: none", "consequence: Too late!")))
                .hasMessageContaining("field consequence: 'Too late!'");
        assertThatThrownBy(() -> read(RULE + "    suspendedBy: suspect.absconded\n"))
                .hasMessage("x.yaml, rule X-1, field resumedBy: goes with suspendedBy");
        assertThatThrownBy(() -> read(RULE + "    metSince: referral.sent\n"))
                .hasMessage("x.yaml, rule X-1, field metSince: nothing meets the term");
        assertThatThrownBy(() -> read(RULE.replace("matter: procedure", "matter: limitation")))
                .hasMessage("x.yaml, rule X-1, field per: limitation is per suspect");
        assertThatThrownBy(() -> read(RULE + "    inForce: {from: 2020-01-01, to: 2019-01-01}\n"))
                .hasMessage("x.yaml, rule X-1, field inForce, field to: is before its beginning");
        assertThatThrownBy(() -> read(RULE + "    offence: {presumedFor: any}\n"))
                .hasMessage("x.yaml, rule X-1, field offence: is for limitation only");
    }

    @Test
    void rulesThatDoNotGoTogetherAreRefused() {
        assertThatThrownBy(() -> check(RULE + RULE.substring(RULE.indexOf("  - id"))))
                .hasMessage("x.yaml, rule X-1, field version: stands there twice");
        assertThatThrownBy(() ->
                        check(RULE + RULE.substring(RULE.indexOf("  - id")).replace("version: 1", "version: 2")))
                .hasMessage("x.yaml, rule X-1, field inForce: another version holds on the same days");
        assertThatThrownBy(() -> check(RULE + "    readingOf: X-2\n"))
                .hasMessage("x.yaml, rule X-1, field readingOf: there is no rule X-2");
        assertThatThrownBy(() -> check(RULE + "    waivedFor: {reason: excluded, confirmedBy: X-9}\n"))
                .hasMessage("x.yaml, rule X-1, field waivedFor: there is no rule X-9");
    }

    @Test
    void aSignOffOfNoRuleIsRefused() {
        var signOff = new SignOff("KG-LIM-EG", 7, "counsel", LocalDate.of(2026, 1, 1), "text", false);

        assertThatThrownBy(() -> LAW.signedOff(List.of(signOff)))
                .hasMessage("sign-off of KG-LIM-EG, field version: there is no such version of the rule");
    }

    @Test
    void everyRowOfTheResearchIsARule() {
        assertThat(LAW.rules().stream().map(Rule::id).distinct())
                .contains(
                        "EV-MED-24H EV-MED-14D EV-MED-6W EV-SEXUAL-72H EV-PHOTO-24H EV-CCTV-REQ EV-CCTV-LOSS EV-DOCTOR-REPORT EV-DOCTOR-FOLLOW EV-FORENSIC-ORDER EV-RECORDS"
                                .split(" "))
                .contains(
                        "KG-FAMILY-12H KG-CUST-48H KG-CUST-72H KG-CUST-MINOR KG-PRETRIAL-1Y TJ-REGISTER-3H CO-TRIAGE CO-REFER CO-SAFETY"
                                .split(" "))
                .contains(
                        "KG-REG-24H KG-REG-OLD KG-DEC-3D KG-DEC-10D KG-DEC-2021 KG-DEC-COPY KG-INV-60D KG-INV-2M-RU KG-INV-2M-KY KG-INV-2021 KG-STALE-30D KG-APPEAL-OWN KG-APPEAL-PROS KG-APPEAL-JUDGE KG-RULING-OWN KG-LETTER-14W KG-LETTER-10W"
                                .split(" "))
                .contains("KG-LIM-EG KG-LIM-G KG-LIM-LG KG-LIM-SG KG-LIM-CAP KG-LIM-NONE".split(" "))
                .contains(
                        "KZ-REG-24H KZ-INV-1M KZ-INV-2M KZ-JUDGE-OWN KZ-COMPETENCE KZ-LIM-TORTURE KZ-LIM-CIDT KZ-LIM-EG TJ-DEC-3D TJ-DEC-10D TJ-LIM"
                                .split(" "))
                .contains("HRC-5Y HRC-3Y CAT-PROMPT SP-60D WGAD-60D HRC-VIEWS-180D ECHR-4M".split(" "));
    }

    @Test
    void theAlertSetsAreThoseOfTheResearch() {
        assertThat(rungs("A-H")).containsExactly("start", "-PT6H", "-PT1H", "breach", "+PT24H");
        assertThat(rungs("A-D")).containsExactly("-P3D", "-P1D", "-PT4H", "breach", "every 3 days");
        assertThat(rungs("A-M")).containsExactly("-P14D", "-P7D", "-P3D", "-P1D", "breach", "every 7 days");
        assertThat(rungs("A-E")).containsExactly("start", "half", "75-percent", "breach");
        assertThat(rungs("A-L"))
                .containsExactly(
                        "-P36M",
                        "-P24M",
                        "not-in-court",
                        "-P18M",
                        "-P12M",
                        "-P9M",
                        "-P6M",
                        "-P3M",
                        "-P1M",
                        "-P21D",
                        "-P14D",
                        "-P7D",
                        "-P6D",
                        "-P5D",
                        "-P4D",
                        "-P3D",
                        "-P2D",
                        "-P1D",
                        "breach");
        assertThat(rungs("A-I")).containsExactly("-P24M", "-P12M", "-P6M", "-P3M", "-P1M", "-P14D", "breach");
    }

    @Test
    void theLastStepsOfATermAreNeverSpread() {
        assertThat(LAW.rules())
                .flatExtracting(rule -> rule.alerts().steps())
                .filteredOn(step -> !step.spread().isZero())
                .extracting(AlertStep::rung)
                .doesNotContain("-P3D", "-P1D", "-PT6H", "-PT4H", "-PT1H", "start", "half", "75-percent", "breach");
    }

    private static List<String> rungs(String set) {
        var alerts = LAW.rules().stream()
                .map(Rule::alerts)
                .filter(found -> found.id().equals(set))
                .findFirst()
                .orElseThrow();
        var rungs = new ArrayList<>(alerts.steps().stream().map(AlertStep::rung).toList());
        if (alerts.repetition() != null) {
            rungs.add("every " + alerts.repetition().days() + " days");
        }
        return rungs;
    }

    @Test
    void anAlertSetWithoutItsEndIsRefused() {
        var yaml = "alertSets: [{id: A, title: x, steps: [{at: start, severity: info}]}]";

        assertThatThrownBy(() -> LawFiles.alertSets("a.yaml", yaml))
                .hasMessage("a.yaml, alert set A, field steps: exactly one step must be 'breach'");
    }

    private static void check(String yaml) {
        var rules = read(yaml);
        Coherence.check("x.yaml", rules, rules);
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
