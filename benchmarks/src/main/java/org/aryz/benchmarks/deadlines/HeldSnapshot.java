package org.aryz.benchmarks.deadlines;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.deadline.firing.DueRows;

/**
 * Five hundred rungs a second for a while; then the same while another session holds a snapshot, so that nothing that was told can
 * be cleared away. What counts is the work per rung in the last quarter of each.
 */
final class HeldSnapshot implements Row {
    private static final int PER_SECOND = 500;
    private static final int STEPS = 10;

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var rungs = (int) (PER_SECOND * scale.held().toSeconds());
        try (var armed = Armed.of(2 * rungs, rungs, progress)) {
            var unheld = rate(armed, scale.held(), 0);
            progress.step("unheld: %.0f rungs per second of work".formatted(unheld));
            armed.store().execute("vacuum analyze deadline.due");
            var held = held(armed, scale.held());
            progress.step("held: %.0f rungs per second of work".formatted(held));
            return List.of(Report.ratio(
                    "a snapshot held for %,d s while 500/s are due: rungs told per second of work in the last quarter"
                            .formatted(scale.held().toSeconds()),
                    new Figure(held),
                    "the same, unheld",
                    new Figure(unheld),
                    0.9));
        }
    }

    private static double held(Armed armed, Duration time) throws Exception {
        try (var other = armed.store().connect()) {
            other.setAutoCommit(false);
            other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (var statement = other.createStatement()) {
                statement.executeQuery("select count(*) from deadline.frontier").close();
            }
            return rate(armed, time, 1);
        }
    }

    private static double rate(Armed armed, Duration time, int half) throws SQLException, InterruptedException {
        try (var spread = armed.store().connect();
                var connection = armed.store().connect();
                var statement = spread.createStatement();
                var fire = connection.prepareStatement("select deadline.fire(%d)".formatted(DueRows.BATCH))) {
            statement.execute(
                    """
                    update deadline.due set next_at = clock_timestamp() + n * interval '1 second' / %d
                      from generate_series(1, %d) n where deadline = md5('deadline ' || 2 * n - %d)::uuid"""
                            .formatted(PER_SECOND, PER_SECOND * time.toSeconds(), half));
            return fired(fire, time);
        }
    }

    private static double fired(PreparedStatement fire, Duration time) throws SQLException, InterruptedException {
        var begin = System.nanoTime();
        var steps = time.toSeconds() * STEPS;
        var told = 0L;
        var worked = 0L;
        for (var step = 1; step <= steps; step++) {
            TimeUnit.NANOSECONDS.sleep(begin + step * TimeUnit.SECONDS.toNanos(1) / STEPS - System.nanoTime());
            var asked = System.nanoTime();
            var rows = fire.executeQuery();
            rows.next();
            if (step > steps * 3 / 4) {
                worked += System.nanoTime() - asked;
                told += rows.getInt(1);
            }
        }
        return told / (worked / 1e9);
    }
}
