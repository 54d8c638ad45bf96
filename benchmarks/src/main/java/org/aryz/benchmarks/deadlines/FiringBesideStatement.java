package org.aryz.benchmarks.deadlines;

import java.sql.SQLException;
import java.util.List;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;

/**
 * Rungs are told in batches, chained, under the log's lock, beside one statement that writes the same rows into the same tables
 * and asks nothing: its events have a version that nobody counted and a hash over nothing that was before.
 */
final class FiringBesideStatement implements Row {
    private int statements;

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        try (var armed = Armed.of(scale.open(), scale.due(), progress)) {
            var rounds = new Rounds()
                    .of("firing", armed::fire)
                    .of("one statement", () -> written(armed))
                    .run(scale.rounds(), progress);
            return List.of(Report.ratio(
                    "firing %,d due of %,d open, alert events committed with version and chain, per second"
                            .formatted(scale.due(), scale.open()),
                    rounds.figure("firing"),
                    "one SQL statement that writes the same rows with the same indexes",
                    rounds.figure("one statement"),
                    0.6));
        }
    }

    private double written(Armed armed) throws SQLException {
        statements++;
        try (var connection = armed.nextDay();
                var statement = connection.createStatement()) {
            var begin = System.nanoTime();
            var told = statement.executeUpdate(
                """
            with claimed as (
                select ctid from deadline.due
                 where next_at <= event_log.now() and not decides and next_at < 'infinity' order by next_at limit %1$d
                   for update skip locked
            ), moved as (
                update deadline.due d
                   set rung = d.rung + 1, next_at = coalesce(l.rung_at[d.rung + 1], 'infinity'),
                       decides = coalesce(l.rung_decides[d.rung + 1], false)
                  from claimed, deadline.ladder l
                 where d.ctid = claimed.ctid and l.deadline = d.deadline
                returning old.next_at as at, l.complaint, l.rung_said[old.rung] as said, l.breach, l.alert, l.metadata
            )
            insert into event_log.event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at,
                                         recorded_at, hash)
            select uuidv7(), complaint, %2$d + row_number() over (), 'alert.raised', 1,
                   deadline.joined(deadline.joined(breach, alert), said), metadata, at, event_log.now(),
                   sha256(uuid_send(complaint))
              from moved"""
                        .formatted(armed.due(), statements * 1_000_000_000L));
            armed.requireMost(told);
            return told / ((System.nanoTime() - begin) / 1e9);
        }
    }
}
