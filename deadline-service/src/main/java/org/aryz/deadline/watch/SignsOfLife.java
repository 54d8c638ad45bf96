package org.aryz.deadline.watch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/**
 * What this service tells so that others notice when alerts would not come: the watermark, and the canary, which takes the whole
 * way of an alert. All replicas give them; the database sees to it that each is given once.
 */
public final class SignsOfLife {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    private final Pool pool;
    private final Duration watermarkEvery;
    private final Duration canaryEvery;

    /**
     * @param watermarkEvery how often is told until when everything has fired
     * @param canaryEvery how often a canary is let out; never if zero
     */
    public SignsOfLife(Pool pool, Duration watermarkEvery, Duration canaryEvery) {
        this.pool = pool;
        this.watermarkEvery = watermarkEvery;
        this.canaryEvery = canaryEvery;
    }

    /** Gives what is due; whether an event was appended. A canary becomes an event when it is fired. */
    public Uni<Boolean> give() {
        var canary = canaryEvery.isZero()
                ? Uni.createFrom().item(false)
                : given("select deadline.let_canary_out($1 * interval '1 second')", canaryEvery);
        return canary.chain(() -> given("select deadline.tell_watermark($1 * interval '1 second')", watermarkEvery));
    }

    private Uni<Boolean> given(String query, Duration every) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(every.toMillis() / 1000.0))
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .fail()
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
