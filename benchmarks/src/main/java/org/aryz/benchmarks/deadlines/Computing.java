package org.aryz.benchmarks.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.Law;

/** All deadlines of one complaint, from its facts: by one thread, over and over, for cases that began on different days. */
final class Computing implements Row {
    private static final double WANTED_MICROS = 50;
    private static final Duration TIME = Duration.ofSeconds(3);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final int CASES = 256;

    private final Circumstances circumstances =
            new Circumstances(Law.load(), Calendars.load(), Instant.parse("2026-11-25T06:00:00Z"));
    private final List<CaseFacts> cases = IntStream.range(0, CASES)
            .mapToObj(day -> Cases.ended(UUID.randomUUID(), FIRST.plusDays(day)))
            .toList();

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var rounds = new Rounds().ofWarm("one complaint, µs", this::computed).run(scale.rounds(), progress);
        var rules = circumstances.law().of(Jurisdiction.KG).size();
        var deadlines = circumstances.deadlines(cases.getFirst()).all().size();
        return List.of(Report.atMost(
                "facts → deadlines, one complaint with %d facts, %d rules, %d deadlines that come of them, µs"
                        .formatted(cases.getFirst().all().size(), rules, deadlines),
                rounds.figure("one complaint, µs"),
                "a limit for 40 rules",
                new Figure(WANTED_MICROS),
                1));
    }

    private double computed() {
        var begin = System.nanoTime();
        var done = 0L;
        var deadlines = 0L;
        while (System.nanoTime() - begin < TIME.toNanos()) {
            for (var each : cases) {
                deadlines += circumstances.deadlines(each).all().size();
            }
            done += cases.size();
        }
        if (deadlines < done) { // what comes out is used, so that none of it is left out
            throw new IllegalStateException("Some cases have no deadlines");
        }
        return (System.nanoTime() - begin) / 1e3 / done;
    }
}
