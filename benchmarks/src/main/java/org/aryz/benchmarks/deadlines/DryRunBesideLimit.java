package org.aryz.benchmarks.deadlines;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Revision.What;
import org.aryz.deadline.calendar.Scope;
import org.aryz.deadline.lawchange.Proposal;

/** A change of law is tried out on every open complaint: a rule that each of them has, and a day off amid their terms. */
final class DryRunBesideLimit implements Row {
    private static final double WANTED_SECONDS_FOR_A_MILLION = 60;
    private static final Proposal RULE = new Proposal.Rules(
            """
            rules:
              - &triage
                id: CO-TRIAGE
                version: 1
                title: First look at a complaint
                jurisdictions: ALL
                kind: duty
                matter: house
                per: complaint
                trigger: complaint.received
                period: PT24H
                counting: elapsed-hours
                roll: none
                calendar: all
                metBy: complaint.triaged
                alerts: A-H
                consequence: supervisor-takes-over
                basis: Rule of the house
                confidence: D
                inForce: {to: 2020-12-31}
              - <<: *triage
                version: 2
                period: PT12H
                inForce: {from: 2021-01-01}
            """);

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var day = new Proposal.Days(List.of(new Proposal.Day(
                Jurisdiction.KG,
                LocalDate.now(ZoneOffset.UTC).plusDays(20),
                What.DAY_OFF,
                "public-holiday",
                Scope.ALL,
                "A day of mourning")));
        try (var runs = new DryRuns()) {
            runs.fill(scale.dockets() / 10);
            runs.of(RULE); // warms up
            var few = runs.of(day);
            runs.fill(scale.dockets() - scale.dockets() / 10);
            progress.step("%,d complaints are open".formatted(scale.dockets()));
            var rule = runs.of(RULE);
            progress.step("a rule: %s, %,d effects so far".formatted(rule, runs.effects()));
            var many = runs.of(day);
            progress.step("a day: %s, %,d effects so far".formatted(many, runs.effects()));
            return List.of(
                    time("a rule that all of them have", scale, rule),
                    time("a day off amid their terms", scale, many),
                    Report.atMost(
                            "the same, memory in use after collections, at most, in MB",
                            new Figure(many.megabytes()),
                            "over a tenth of the complaints",
                            new Figure(few.megabytes()),
                            1.5));
        }
    }

    private static List<String> time(String what, Scale scale, DryRuns.Run run) {
        return Report.atMost(
                "dry run over %,d open complaints, %s, seconds".formatted(scale.dockets(), what),
                new Figure(run.seconds()),
                "a limit, in proportion",
                new Figure(WANTED_SECONDS_FOR_A_MILLION * scale.dockets() / 1_000_000),
                1);
    }
}
