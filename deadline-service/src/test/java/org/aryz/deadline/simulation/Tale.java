package org.aryz.deadline.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.Fact;
import org.aryz.deadline.Occurred;
import org.aryz.deadline.application.Cause;
import org.aryz.deadline.application.Told;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.eventlog.Receipt;

/**
 * What happens in one case, as intake and referral tell it: each stream in order and without holes, but late, and each event
 * perhaps more than once. The same seed makes the same case.
 */
final class Tale {
    /** Of a hundred events so many come again. */
    private static final int COME_AGAIN = 15;

    private static final List<Jurisdiction> COUNTRIES = List.of(Jurisdiction.KG, Jurisdiction.KZ, Jurisdiction.TJ);

    private final RandomGenerator chance;
    private final Complaint complaint;
    private final String act;
    private final List<Telling> tellings = new ArrayList<>();
    private final Map<String, Line> lines = new HashMap<>();
    private Instant now;

    /** How far a stream has come, and when its last event arrived. */
    private record Line(long sequence, Instant arrived) {}

    private Tale(long seed, Instant begin) {
        chance = new Random(seed);
        now = begin.plus(upTo(Duration.ofDays(300)));
        act = id().toString();
        var country = COUNTRIES.get(chance.nextInt(COUNTRIES.size()));
        complaint = new Complaint(
                id(), country + "-2026-SIMULATED", country, "legal-aid", new TreeSet<>(List.of("coalition")));
    }

    static Tale of(long seed, Instant begin) {
        var tale = new Tale(seed, begin);
        tale.begin();
        tale.refer();
        tale.prosecute();
        return tale;
    }

    Complaint complaint() {
        return complaint;
    }

    List<Telling> tellings() {
        return List.copyOf(tellings);
    }

    /** What of it is known at an hour, in the order in which it happened. */
    List<Telling> arrivedBy(Instant hour) {
        return tellings.stream()
                .filter(telling -> !telling.arrives().isAfter(hour))
                .toList();
    }

    private void begin() {
        var day = now.atZone(ZoneOffset.UTC).toLocalDate();
        var done = chance.nextInt(3) == 0 ? day.minusDays(chance.nextInt(20)) : yearsAgo(day);
        tell(
                "intake",
                "complaint.received",
                fact("complaint.received", Map.of("flags", perhaps("in-custody"))),
                incident(done, done.plusDays(chance.nextInt(5))));
        sometimes(90, "intake", "consent.given", Map.of("use", List.of("refer")));
        sometimes(70, "intake", "complaint.triaged", Map.of("team", List.of("north")));
        sometimes(50, "intake", "medical-exam.recorded", Map.of("kind", List.of("forensic")));
        sometimes(20, "intake", "threat.reported", Map.of());
        if (chance.nextInt(4) == 0) {
            tell("intake", "incident.dated", incident(done.plusDays(1), done.plusDays(1)));
        }
    }

    /** So that the limitation periods of the case run out in the year that is simulated, or a little after it. */
    private LocalDate yearsAgo(LocalDate day) {
        var years = new int[] {5, 10, 15}[chance.nextInt(3)];
        return day.minusYears(years).plusDays(chance.nextInt(90));
    }

    private void refer() {
        var referral = Map.of("referral", List.of(id().toString()));
        if (!sometimes(80, "referral", "referral.sent", referral)) {
            return;
        }
        sometimes(70, "referral", "referral.registered", referral);
        for (var kind : List.of("opened", "suspended", "resumed", "terminated")) {
            var decision = new HashMap<>(referral);
            decision.put("decision", List.of(id().toString()));
            decision.put("kind", List.of(kind));
            if (sometimes(60, "referral", "decision.made", decision) && kind.equals("terminated")) {
                sometimes(80, "referral", "decision.received", decision);
            }
        }
    }

    private void prosecute() {
        var suspect = new HashMap<>(Map.of("suspect", List.of(id().toString())));
        if (sometimes(50, "proceedings", "suspect.identified", suspect)) {
            sometimes(40, "proceedings", "suspect.absconded", suspect);
            sometimes(40, "proceedings", "suspect.found", suspect);
            sometimes(30, "proceedings", "case.sent-to-court", suspect);
        }
        if (chance.nextInt(10) == 0) {
            now = now.plus(upTo(Duration.ofDays(60)));
            sometimes(100, "intake", "complaint.closed", Map.of());
        }
    }

    private boolean sometimes(int percent, String stream, String type, Map<String, List<String>> fields) {
        var happens = chance.nextInt(100) < percent;
        if (happens) {
            now = now.plus(upTo(chance.nextInt(3) == 0 ? Duration.ofDays(20) : Duration.ofDays(2)));
            tell(stream, type, fact(type, fields));
        }
        return happens;
    }

    private Fact fact(String type, Map<String, List<String>> fields) {
        return new Fact(id().toString(), type, Occurred.at(now), null, now, fields);
    }

    private Fact incident(LocalDate earliest, LocalDate latest) {
        var fields = Map.of("allegation", List.of(act), "allegation-kind", List.of("torture"));
        return new Fact(act, "incident.dated", new Occurred.On(earliest, latest), null, now, fields);
    }

    private void tell(String stream, String type, Fact... facts) {
        var before = lines.getOrDefault(stream, new Line(0, Instant.MIN));
        var delay = chance.nextInt(8) == 0 ? Duration.ofDays(4) : Duration.ofSeconds(20);
        var arrives = now.plus(upTo(delay));
        arrives = arrives.isAfter(before.arrived()) ? arrives : before.arrived().plusMillis(1);
        var line = new Line(before.sequence() + 1, arrives);
        lines.put(stream, line);

        var source = "/" + stream + "/simulation/" + complaint.id();
        var event = id();
        var told = new Told(
                new NoteFacts(complaint, type, event, List.of(facts)),
                stream.equals("intake"),
                Cause.event(complaint.id(), event, Occurred.at(now)),
                new Receipt(source, line.sequence()));
        var telling = new Telling(arrives, told);
        tellings.add(telling);
        if (chance.nextInt(100) < COME_AGAIN) {
            tellings.add(telling.again(arrives.plus(upTo(Duration.ofDays(3)))));
        }
    }

    private List<String> perhaps(String flag) {
        return chance.nextBoolean() ? List.of(flag) : List.of();
    }

    private Duration upTo(Duration longest) {
        return Duration.ofSeconds(chance.nextLong(longest.toSeconds()));
    }

    private UUID id() {
        return new UUID((chance.nextLong() & ~0xF000L) | 0x4000L, (chance.nextLong() >>> 2) | 0x8000000000000000L);
    }
}
