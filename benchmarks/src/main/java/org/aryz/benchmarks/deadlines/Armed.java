package org.aryz.benchmarks.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Store;
import org.aryz.deadline.firing.DueRows;

/**
 * A store of the deadline service with open deadlines: ten per complaint, four rungs each. So many of them as are due at once have
 * their first rung on the same day, anywhere among the others; the clock of a session says which day it is.
 */
final class Armed implements AutoCloseable {
    static final String[] MIGRATIONS = {"classpath:db/event-log", "classpath:db/migration"};

    private static final int PART = 100_000;
    private static final Duration APART = Duration.ofDays(1);

    private static final String HISTORY =
            """
            insert into event_log.event (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at,
                                         recorded_at, hash)
            select uuidv7(), md5('complaint ' || n)::uuid, version, 'facts.noted', 1, repeat('x', 500), repeat('x', 330), now(),
                   now(), sha256(int4send(n))
              from generate_series(%1$d / 10, %2$d / 10) n, generate_series(1, 2) version
                on conflict do nothing""";

    private static final String LADDERS =
            """
            insert into deadline.ladder (deadline, complaint, rung_at, rung_decides, rung_code, rung_said, breach, alert, metadata)
            select md5('deadline ' || n)::uuid, md5('complaint ' || n / 10)::uuid, array_agg(at order by nth),
                   array_agg(false), array_agg(code order by nth),
                   array_agg(json_build_object('alert', gen_random_uuid(), 'rung', code, 'at', at, 'severity', 'urgent',
                                               'audience', 'assignee')::text order by nth),
                   json_build_object('term', json_build_object('deadline', md5('deadline ' || n)::uuid, 'rule', 'KG-INV-60D',
                       'ruleVersion', 1, 'reading', 'plain', 'subject', md5('subject ' || n)::uuid, 'kind', 'watch',
                       'matter', 'procedure', 'shadow', false, 'zone', 'Asia/Bishkek', 'due', '2030-07-15',
                       'dueAt', '2030-07-15T18:00:00Z', 'lastSafeDay', '2030-07-15', 'actBy', '2030-07-15',
                       'confidence', 'C', 'caution', json_build_array(), 'consequence', 'complain-of-delay',
                       'zoneData', '2025b'))::text,
                   json_build_object('team', 'bishkek', 'assignee', md5('assignee')::uuid, 'skipped', json_build_array())::text,
                   json_build_object('complaintId', md5('complaint ' || n / 10)::uuid, 'reference', 'KG-2026-0000000',
                       'jurisdiction', 'KG', 'organisation', 'legal-aid', 'sharedWith', json_build_array('coalition'),
                       'actor', 'deadline-service', 'correlationId', md5('correlation ' || n)::uuid)::text
              from generate_series(%1$d, %2$d) n,
                   lateral (select timestamptz '%4$s' + interval '1 day' * case when n %% %3$d < 20 then n %% %3$d else 400 end
                                   + interval '1 millisecond' * (n * 7919::bigint %% 1800000) as first) soonest,
                   lateral (values (1, '-P14D', first), (2, '-P7D', first + interval '300 days'),
                                   (3, '-P1D', first + interval '306 days'), (4, 'breach', first + interval '307 days'))
                           as rung (nth, code, at)
             group by n""";

    private static final String DUE =
            """
            insert into deadline.due (deadline, next_at, rung, decides)
            select md5('deadline ' || n)::uuid, rung_at[1], 1, false
              from generate_series(%1$d, %2$d) n join deadline.ladder on deadline = md5('deadline ' || n)::uuid""";

    private final Store store;
    private final int due;
    private int day = -1;

    private Armed(Store store, int due) {
        this.store = store;
        this.due = due;
    }

    /** @param due of the open ones on each day; there are as many days as that makes */
    static Armed of(int open, int due, Progress progress) throws SQLException {
        var store = Store.create(MIGRATIONS);
        var beginning = store.value("select date_trunc('second', now() + interval '1 day')");
        try (var connection = store.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute(
                    "set session_replication_role = replica"); // each has its ladder: nothing is to be checked
            for (var from = 1; from <= open; from += PART) {
                var to = Math.min(from + PART - 1, open);
                for (var sql : new String[] {HISTORY, LADDERS, DUE}) {
                    statement.execute(sql.formatted(from, to, open / due, beginning));
                }
            }
        }
        store.execute("vacuum analyze", "checkpoint");
        progress.step("%,d deadlines are open".formatted(open));
        return new Armed(store, due);
    }

    Store store() {
        return store;
    }

    int due() {
        return due;
    }

    /** A session on the next day on which rungs are due. */
    Connection nextDay() throws SQLException {
        day++;
        var connection = store.connect();
        try (var statement = connection.createStatement()) {
            var ahead = Duration.ofHours(25).plus(APART.multipliedBy(day));
            statement.execute("set aryz.clock_offset = '%d seconds'".formatted(ahead.toSeconds()));
        }
        return connection;
    }

    /** Has the next day's rungs told in batches, each a transaction; rungs per second. */
    double fire() throws SQLException {
        try (var connection = nextDay();
                var fire = connection.prepareStatement("select deadline.fire(%d)".formatted(DueRows.BATCH))) {
            var begin = System.nanoTime();
            var told = 0;
            for (var last = DueRows.BATCH; last == DueRows.BATCH; told += last) {
                var rows = fire.executeQuery();
                rows.next();
                last = rows.getInt(1);
            }
            requireMost(told);
            return told / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /** Some of a day's may have been armed anew for another. */
    void requireMost(int told) {
        if (told < due / 2 || told > due) {
            throw new IllegalStateException("%d of %d rungs were told".formatted(told, due));
        }
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
