package org.aryz.deadline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.stream.IntStream;
import org.aryz.deadline.MigratedDatabase;
import org.junit.jupiter.api.Test;

/** Watermark and canary, as the database keeps them. */
class SignsOfLifeIT extends MigratedDatabase {
    private static final String WATERMARKS = "event_log.event where stream_id = deadline.watermark_stream()";
    private static final String LATEST =
            "(select (data::json ->> 'firedUntil')::timestamptz from " + WATERMARKS + " order by version desc limit 1)";

    @Test
    void whereNothingIsDueTheWatermarkIsNow() {
        arm(1, "1 hour");
        assertThat(give(Duration.ZERO)).isTrue();
        assertThat(is(LATEST + " between clock_timestamp() - interval '10 seconds' and clock_timestamp()"))
                .isTrue();
    }

    @Test
    void itIsNeverAheadOfARungThatIsNotTold() {
        arm(1, "-1 minute");
        give(Duration.ZERO);
        assertThat(is(LATEST + " = (select min(next_at) - interval '1 microsecond' from deadline.due)"))
                .isTrue();
        execute("select deadline.fire(500)");
        give(Duration.ZERO);
        assertThat(is(LATEST + " > clock_timestamp() - interval '30 seconds'")).isTrue();
    }

    @Test
    void whileReplicasFireAndTellItNothingIsToldLaterThatWasDueBefore() {
        IntStream.range(10, 60).forEach(second -> arm(100, "-%d seconds".formatted(second)));
        var work = IntStream.range(0, 4)
                .mapToObj(n -> n < 2 ? fire().replaceWithVoid() : tell().replaceWithVoid())
                .toList();

        Uni.join().all(work).andFailFast().await().atMost(LONG_ENOUGH);

        assertThat(number("select count(*) from " + WATERMARKS)).isGreaterThan(10);
        assertThat(
                        number(
                                """
                                select count(*) from event_log.event mark join event_log.event alert
                                    on alert.position > mark.position and alert.type = 'alert.raised'
                                   and (alert.data::json ->> 'at')::timestamptz <= (mark.data::json ->> 'firedUntil')::timestamptz
                                 where mark.type = 'firing.watermark'"""))
                .isZero();
    }

    @Test
    void whatSomebodyWroteByHandBehindTheFrontierIsToldAfterTheNextWatermark() {
        arm(2, "-1 minute");
        execute("select deadline.fire(500)");
        execute("update deadline.due set next_at = now() - interval '1 hour', rung = 1");

        give(Duration.ZERO);
        execute("select deadline.fire(500)");

        assertThat(number("select count(*) from event_log.event where type = 'alert.raised'"))
                .isEqualTo(4);
    }

    @Test
    void itIsToldOnceAMinuteByWhoeverComesFirst() {
        var asked = IntStream.range(0, 6)
                .mapToObj(_ -> signs(Duration.ofMinutes(1), Duration.ZERO).give())
                .toList();
        assertThat(Uni.join().all(asked).andFailFast().await().atMost(LONG_ENOUGH))
                .containsOnlyOnce(true);
        assertThat(give(Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void aCanaryTakesTheWayOfAnAlertOnceAnHour() {
        var hourly = signs(Duration.ofMinutes(1), Duration.ofHours(1));
        hourly.give().await().atMost(LONG_ENOUGH);
        execute("select deadline.fire(500)");
        hourly.give().await().atMost(LONG_ENOUGH);
        execute("select deadline.fire(500)");

        assertThat(number("select count(*) from event_log.event where type = 'firing.canary'"))
                .isOne();
        assertThat(number("select count(*) from event_log.event where type like 'alert.%'"))
                .isZero();
        execute("update deadline.canary set let_out_at = clock_timestamp() - interval '61 minutes'");
        hourly.give().await().atMost(LONG_ENOUGH);
        execute("select deadline.fire(500)");
        assertThat(text("select string_agg(version::text, ' ') from event_log.event where type = 'firing.canary'"))
                .isEqualTo("1 2");
    }

    @Test
    void aCanaryThatWasNotFiredIsLateAndNotForgotten() {
        signs(Duration.ofMinutes(1), Duration.ofHours(1)).give().await().atMost(LONG_ENOUGH);
        var due = OffsetDateTime.parse(String.valueOf(text("select to_json(next_at) #>> '{}' from deadline.due")));
        signs(Duration.ofMinutes(1), Duration.ofMillis(1)).give().await().atMost(LONG_ENOUGH);
        execute("select deadline.fire(500)");
        assertThat(OffsetDateTime.parse(String.valueOf(
                        text("select data::json ->> 'at' from event_log.event where type = 'firing.canary'"))))
                .isEqualTo(due);
    }

    private Uni<Integer> fire() {
        return pool.query("select deadline.fire(50)")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0))
                .repeat()
                .whilst(told -> told > 0)
                .collect()
                .last();
    }

    private Uni<Boolean> tell() {
        return signs(Duration.ZERO, Duration.ZERO)
                .give()
                .repeat()
                .atMost(40)
                .collect()
                .last();
    }

    private boolean give(Duration every) {
        return signs(every, Duration.ZERO).give().await().atMost(LONG_ENOUGH);
    }

    private SignsOfLife signs(Duration watermark, Duration canary) {
        return new SignsOfLife(pool, watermark, canary);
    }
}
