package org.aryz.deadline.watch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.aryz.eventlog.sessions.Session;

/** Who else is at work in the database, and how far firing has come there. */
final class Sessions {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);

    private final Pool pool;

    Sessions(Pool pool) {
        this.pool = pool;
    }

    /** How long ago the oldest rung was reached that is not told yet; zero if there is none. */
    Uni<Duration> behind() {
        return inTime(pool.query(
                                "select extract(epoch from event_log.now() - deadline.fired_until())::double precision as behind")
                        .execute())
                .map(rows -> Duration.ofMillis(
                        Math.max(0, Math.round(rows.iterator().next().getDouble("behind") * 1000))));
    }

    /** Those who hold what firing needs for longer than that. */
    Uni<List<Session>> holdingBack(Duration longerThan) {
        return inTime(pool.preparedQuery("select * from deadline.holding_back($1 * interval '1 second')")
                        .execute(Tuple.of(longerThan.toMillis() / 1000.0)))
                .map(Session::all);
    }

    private static <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem().after(LONGEST_ANSWER).fail();
    }
}
