package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.Law;
import org.jspecify.annotations.Nullable;

/** Facts written as a person would: {@code decision.made 2015-01-02 referral=r1 kind=opened}. */
final class Told {
    static final Law LAW = Law.load();
    static final Law SIGNED = LAW.signedOffBy("law/demo-sign-offs.yaml");
    static final Calendars CALENDARS = Calendars.load();
    static final UUID COMPLAINT = UUID.fromString("01955f6a-2c40-7d1e-8b3f-5a9c0e7d4b21");

    private Told() {}

    static Complaint complaint(Jurisdiction jurisdiction) {
        return new Complaint(
                COMPLAINT,
                jurisdiction + "-2026-7F3K9Q2M8X",
                jurisdiction,
                "legal-aid",
                new TreeSet<>(List.of("coalition")));
    }

    static CaseFacts facts(Jurisdiction jurisdiction, String... lines) {
        return CaseFacts.of(complaint(jurisdiction)).with(complaint(jurisdiction), facts(lines));
    }

    static List<Fact> facts(String... lines) {
        var facts = new ArrayList<Fact>();
        for (var line : lines) {
            facts.add(fact(line));
        }
        return facts;
    }

    /** A fact is named by the whole line unless it names itself with {@code id=}; later versions say {@code told=2}. */
    static Fact fact(String line) {
        var words = line.strip().split("\\s+", -1);
        var fields = new HashMap<String, List<String>>();
        for (var i = 2; i < words.length; i++) {
            var pair = words[i].split("=", 2);
            fields.put(pair[0], List.of(pair[1].split(",", -1)));
        }
        var id = fields.remove("id");
        var told = fields.remove("told");
        var received = fields.remove("received");
        return new Fact(
                id == null ? line.strip() : id.getFirst(),
                words[0],
                when(words[1]),
                received == null ? null : when(received.getFirst()),
                Instant.EPOCH.plusSeconds(told == null ? 0 : Long.parseLong(told.getFirst())),
                fields);
    }

    private static Occurred when(String text) {
        var range = text.split("\\.\\.", -1);
        var last = range[range.length - 1];
        return text.contains("T")
                ? new Occurred.At(instant(range[0]), instant(last))
                : new Occurred.On(LocalDate.parse(range[0]), LocalDate.parse(last));
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static Deadline deadline(Deadlines deadlines, String rule, @Nullable String reading) {
        return deadline(deadlines, rule, reading, null);
    }

    /** The one deadline of this rule; those that others have replaced count only where their subject is named. */
    static Deadline deadline(Deadlines deadlines, String rule, @Nullable String reading, @Nullable String subject) {
        var found = deadlines.all().stream()
                .filter(deadline -> deadline.term().rule().equals(rule))
                .filter(deadline -> reading == null || deadline.term().reading().equals(reading))
                .filter(deadline -> subject == null
                        ? !(deadline.standing() instanceof Standing.Waived waived && waived.replaced())
                        : deadline.term().subject().equals(subject))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + rule + ", found " + found);
        }
        return found.getFirst();
    }

    static Deadline deadline(Jurisdiction jurisdiction, String rule, String... lines) {
        return deadline(Deadlines.compute(facts(jurisdiction, lines), LAW, CALENDARS), rule, null);
    }
}
