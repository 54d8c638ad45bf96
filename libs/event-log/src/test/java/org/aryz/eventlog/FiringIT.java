package org.aryz.eventlog;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.aryz.eventlog.AppendResult.Appended;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FiringIT {
    private static final int TIMERS = 200;
    private static final int FIRINGS = 600;
    private static final int RECALCULATIONS = 3_000;

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        database.sql(
                """
                create table timer (
                    id int primary key, stream uuid not null, due boolean not null default true, fired int not null default 0)""");
        database.sql(
                "insert into timer (id, stream) select n, gen_random_uuid() from generate_series(1, " + TIMERS + ") n");
        database.sql(
                """
                create function rearm(rows jsonb[]) returns void language sql as $$
                    update timer set due = true where id in (select (r->>'id')::int from unnest(rows) r) $$""");
        database.sql(
                """
                create function fire(most int) returns int language plpgsql as $$
                declare
                    recorded timestamptz := event_log.lock();
                    claimed int[];
                begin
                    claimed := array(select id from timer where due order by random() limit most for update skip locked);
                    perform event_log.record(recorded, array_agg(stream), array_agg(gen_random_uuid()),
                        array_agg('timer.fired'::text), array_agg(1), array_agg('{}'::text), array_agg('{}'::text),
                        array_agg(recorded)) from timer where id = any(claimed) having count(*) > 0;
                    update timer set due = false, fired = fired + 1 where id = any(claimed);
                    return cardinality(claimed);
                end $$""");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void firingRecalculationAndAppendsRaceWithoutADeadlockAndEachFiringIsOneEvent() {
        var racing = List.of(firing(), firing(), recalculating(database.newLog()), recalculating(database.newLog()));

        Uni.join().all(racing).andFailFast().await().atMost(Duration.ofMinutes(2));

        var fired = database.number("select sum(fired) from timer");
        assertThat(fired).isGreaterThan(TIMERS);
        assertThat(database.number("select count(*) from event_log.event where type = 'timer.fired'"))
                .isEqualTo(fired);
        assertThat(database.number("select count(*) from timer where fired <>"
                        + " (select coalesce(max(version), 0) from event_log.event where stream_id = timer.stream)"))
                .isZero();
    }

    private static Uni<Void> firing() {
        var pool = database.newPool(2);
        return Multi.createFrom()
                .range(0, FIRINGS)
                .onItem()
                .transformToUni(_ -> pool.query("select fire(20)").execute())
                .merge(2)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Appends that touch the rows that are being fired, in another order; others that touch none travel with them. */
    private static Uni<Void> recalculating(EventLog log) {
        var random = new Random(1);
        return Multi.createFrom()
                .range(0, RECALCULATIONS)
                .map(i -> i % 3 == 0 ? append(newStream(), 0, 2) : rearming(random))
                .onItem()
                .transformToUni(append ->
                        log.append(append).invoke(result -> assertThat(result).isInstanceOf(Appended.class)))
                .merge(48)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Append rearming(Random random) {
        var rows = random.ints(5, 1, TIMERS + 1).mapToObj(id -> new InlineRow("rearm", "{\"id\":" + id + "}"));
        return append(newStream(), 0, 1).with(rows.toArray(InlineRow[]::new));
    }
}
