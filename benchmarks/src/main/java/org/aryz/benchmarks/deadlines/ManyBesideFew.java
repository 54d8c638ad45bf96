package org.aryz.benchmarks.deadlines;

import java.sql.SQLException;
import java.util.List;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;

/** The same work, told and armed again, where a hundred times as many deadlines are open. */
final class ManyBesideFew implements Row {
    private static final int AT_ONCE = 40;
    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var due = scale.few() / 10;
        try (var few = Armed.of(scale.few(), due, progress);
                var many = Armed.of(scale.many(), due, progress)) {
            var rounds = new Rounds()
                    .of("firing, many open", () -> 1e6 / many.fire())
                    .of("firing, few open", () -> 1e6 / few.fire())
                    .of("arming, many open", () -> armed(many, scale.many(), due))
                    .of("arming, few open", () -> armed(few, scale.few(), due))
                    .run(scale.rounds(), progress);
            return List.of(row("firing", "told", scale, rounds), row("arming", "armed again", scale, rounds));
        }
    }

    private static List<String> row(String what, String done, Scale scale, Rounds rounds) {
        return Report.atMost(
                "%,d open, µs per rung %s".formatted(scale.many(), done),
                rounds.figure(what + ", many open"),
                "the same, %,d open".formatted(scale.few()),
                rounds.figure(what + ", few open"),
                1.2);
    }

    /** As many as a complaint has, a transaction each, anywhere among those that are open; none of them is due on any day after. */
    private static double armed(Armed armed, int open, int count) throws SQLException {
        try (var connection = armed.store().connect();
                var statement = connection.createStatement()) {
            var begin = System.nanoTime();
            var done = 0;
            for (; done < count; done += AT_ONCE) {
                statement.execute(
                """
            select deadline.arm(array_agg(jsonb_build_object('deadline', deadline, 'complaint', complaint,
                       'version', event_log.version(complaint), 'breach', breach, 'alert', alert, 'metadata', metadata,
                       'rungs', (select jsonb_agg(said::jsonb || jsonb_build_object(
                                 'decides', false, 'at', now() + (400 + n) * interval '1 day') order by n)
                                   from unnest(rung_said) with ordinality as s (said, n)))))
              from deadline.ladder where deadline = any (array(
                   select md5('deadline ' || %d + n)::uuid from generate_series(1, %d) n))"""
                        .formatted((int) ((long) done * 7919 % (open - AT_ONCE)), AT_ONCE));
            }
            return (System.nanoTime() - begin) / 1e3 / done;
        }
    }
}
