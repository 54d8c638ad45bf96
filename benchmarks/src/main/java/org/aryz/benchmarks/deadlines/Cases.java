package org.aryz.benchmarks.deadlines;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.Fact;
import org.aryz.deadline.Occurred;
import org.aryz.deadline.calendar.Jurisdiction;

/** Complaints of Kyrgyzstan to compute deadlines of. Each fact is written as day after the first, type and fields. */
final class Cases {
    /** What is known of an open complaint after some weeks. */
    private static final String[] SOME = {
        "0 incident.dated allegation=a1 allegation-kind=torture",
        "5 complaint.received flags=in-custody",
        "5 consent.given use=refer",
        "5 complaint.triaged team=bishkek",
        "4 medical-exam.recorded kind=forensic",
        "6 referral.sent referral=r1",
        "8 referral.registered referral=r1",
        "10 decision.made referral=r1 decision=d1 kind=opened",
        "12 suspect.identified suspect=s1",
        "13 qualification.set suspect=s1 article=kg-cc-2017-143 class=especially-grave",
    };

    /** What is known of it in the end. */
    private static final String[] MORE = {
        "0 detention.recorded",
        "2 detention.ended how=released",
        "6 video.preservation-requested retentionDays=21",
        "11 letter.registered letter=l1",
        "20 decision.made referral=r1 decision=d2 kind=suspended",
        "30 decision.made referral=r1 decision=d3 kind=resumed",
        "40 threat.reported",
        "52 suspect.identified suspect=s2",
        "90 decision.made referral=r1 decision=d4 kind=terminated",
        "100 suspect.absconded suspect=s1",
        "150 decision.received referral=r1 decision=d4 kind=terminated",
        "155 remedy.lodged referral=r1 remedy=m1 decision=d4 against=d4 level=prosecutor",
        "160 remedy.answered referral=r1 remedy=m1 level=prosecutor",
        "200 qualification.changed suspect=s1 article=kg-cc-2017-320 class=less-grave",
    };

    private Cases() {}

    static CaseFacts open(UUID id, LocalDate first) {
        return facts(id, first, SOME);
    }

    static CaseFacts ended(UUID id, LocalDate first) {
        return facts(id, first, SOME, MORE);
    }

    private static CaseFacts facts(UUID id, LocalDate first, String[]... lines) {
        var complaint =
                new Complaint(id, "KG-2026-0000000", Jurisdiction.KG, "legal-aid", new TreeSet<>(List.of("coalition")));
        var facts = Arrays.stream(lines)
                .flatMap(Arrays::stream)
                .map(line -> fact(line, first))
                .toList();
        return CaseFacts.of(complaint).with(complaint, facts);
    }

    private static Fact fact(String line, LocalDate first) {
        var words = line.split(" ", -1);
        var day = first.plusDays(Long.parseLong(words[0]));
        var fields = new HashMap<String, List<String>>();
        Arrays.stream(words)
                .skip(2)
                .map(word -> word.split("=", 2))
                .forEach(pair -> fields.put(pair[0], List.of(pair[1])));
        var toldAt = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        return new Fact(line, words[1], Occurred.on(day), null, toldAt, fields);
    }
}
