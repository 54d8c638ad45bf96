package org.aryz.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.aryz.deadline.calendar.Jurisdiction;

/** Whole cases, from the act to the judgment, that began on some day. */
record Stories(LocalDate act) {
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    static Stories ofTheDay(int day) {
        return new Stories(FIRST.plusDays(day));
    }

    CaseFacts in(Jurisdiction country) {
        return Told.facts(country, lines().toArray(String[]::new));
    }

    List<Fact> facts() {
        return Told.facts(lines().toArray(String[]::new));
    }

    /** Some of the facts of the story, in any order. */
    List<Fact> some(long seed) {
        var random = new Random(seed);
        var some = new ArrayList<>(facts());
        some.removeIf(_ -> random.nextInt(4) == 0);
        Collections.shuffle(some, random);
        return some;
    }

    private List<String> lines() {
        var referral = " referral=r1";
        var suspect = " suspect=s1";
        return List.of(
                "incident.dated " + act + ".." + act.plusDays(3)
                        + " id=a1 told=1 allegation=a1 allegation-kind=torture",
                "incident.dated " + act.plusDays(1) + " id=a1 told=9 allegation=a1 allegation-kind=torture",
                "complaint.received " + act.plusDays(5) + "T10:00+06:00 flags=in-custody",
                "consent.given " + act.plusDays(5) + "T11:00+06:00 use=refer",
                "complaint.triaged " + act.plusDays(5) + "T12:00+06:00 team=bishkek",
                "medical-exam.recorded " + act.plusDays(4) + "T12:00+06:00 kind=forensic",
                "detention.recorded " + act + "T09:00+06:00 id=d9",
                "detention.ended " + act.plusDays(2) + "T09:00+06:00 id=e9 how=released",
                "video.preservation-requested " + act.plusDays(6) + " retentionDays=21",
                "referral.sent " + act.plusDays(6) + referral,
                "referral.registered " + act.plusDays(8) + referral,
                "decision.made " + act.plusDays(10) + referral + " decision=d1 kind=opened",
                "decision.made " + act.plusDays(20) + referral + " decision=d2 kind=suspended",
                "decision.made " + act.plusDays(30) + referral + " decision=d3 kind=resumed",
                "extension.granted " + act.plusDays(60) + referral + " term=investigation until=" + act.plusDays(150),
                "extension.granted " + act.plusDays(400) + referral + " id=x2 term=investigation until="
                        + act.plusDays(500),
                "decision.made " + act.plusDays(90) + referral + " decision=d4 kind=terminated",
                "decision.received " + act.plusDays(150) + referral + " decision=d4 kind=terminated",
                "remedy.lodged " + act.plusDays(155) + referral + " remedy=m1 decision=d4 against=d4 level=prosecutor",
                "remedy.answered " + act.plusDays(160) + referral + " remedy=m1 level=prosecutor",
                "letter.registered " + act.plusDays(11) + " letter=l1",
                "threat.reported " + act.plusDays(40) + " id=t1",
                "suspect.identified " + act.plusDays(50) + suspect,
                "suspect.identified " + act.plusDays(52) + " suspect=s2",
                "qualification.set " + act.plusDays(51) + suspect + " article=kg-cc-2017-143 class=especially-grave",
                "qualification.changed " + act.plusDays(200) + suspect + " article=kg-cc-2017-320 class=less-grave",
                "suspect.absconded " + act.plusDays(100) + suspect,
                "suspect.found " + act.plusDays(700) + suspect,
                "suspect.reoffended " + act.plusDays(900) + " suspect=s2",
                "case.sent-to-court " + act.plusDays(950) + suspect,
                "judgment.in-force " + act.plusDays(1300) + suspect + " outcome=convicted",
                "remedies.exhausted " + act.plusDays(1400) + " received=" + act.plusDays(1420));
    }
}
