package org.aryz.deadline.firing;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive only while alerts are fired: a loop that stands still although the database answers is not helped by waiting. While the
 * database is away, restarting would not help either.
 */
@Liveness
@Singleton
final class FiringAlive implements AsyncHealthCheck {
    private static final String NAME = "Firing of alerts";
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Duration> sinceLastRound;
    private final Pool pool;

    @Inject
    FiringAlive(FiringRounds rounds, Pool pool) {
        this(rounds::sinceLastRound, pool);
    }

    FiringAlive(Supplier<Duration> sinceLastRound, Pool pool) {
        this.sinceLastRound = sinceLastRound;
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var silence = sinceLastRound.get();
        return silence.compareTo(LONGEST_SILENCE) <= 0
                ? Uni.createFrom().item(up(silence))
                : databaseAnswers().map(answers -> answers ? down(silence) : up(silence));
    }

    private Uni<Boolean> databaseAnswers() {
        return pool.query("select 1")
                .execute()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }

    private static HealthCheckResponse up(Duration silence) {
        return HealthCheckResponse.named(NAME)
                .up()
                .withData("secondsSinceLastRound", silence.toSeconds())
                .build();
    }

    private static HealthCheckResponse down(Duration silence) {
        return HealthCheckResponse.named(NAME)
                .down()
                .withData("secondsSinceLastRound", silence.toSeconds())
                .withData(
                        "next",
                        "Restart this replica; if it stands still again, look for 'Alerts could not be fired' in its log")
                .build();
    }
}
