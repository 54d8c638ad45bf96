package org.aryz.deadline.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aryz.deadline.MigratedDatabase;
import org.aryz.deadline.watch.FiringKeepsUp;
import org.aryz.deadline.watch.FiringWatch;
import org.aryz.testplatform.Patience;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Firing that somebody holds back: it is noticed and said who, and goes on by itself. */
class StalledFiringIT extends MigratedDatabase {
    private final AtomicBoolean clockIsRight = new AtomicBoolean(true);
    private Firing firing;
    private FiringWatch watch;

    @BeforeEach
    void startFiring() {
        firing = new Firing(vertx, new DueRows(pool), _ -> Uni.createFrom().voidItem(), () -> {})
                .onlyWhile(clockIsRight::get);
        watch = new FiringWatch(pool, firing::sinceLastRound, Duration.ofSeconds(3));
        firing.start();
    }

    @AfterEach
    void stopFiring() {
        firing.close();
    }

    @Test
    void aStalledTransactionThatHasTheLogsLockIsNamed() throws SQLException {
        try (var other = stalled("nightly-job", "select event_log.lock()")) {
            arm(2, "-1 second");
            awaitHealth(new FiringKeepsUp(watch), Status.DOWN);
            awaitHeldBackBy("nightly-job, idle in transaction");
            assertThat(alerts()).isZero();
            other.rollback();
        }
        awaitHealth(new FiringKeepsUp(watch), Status.UP);
        assertThat(alerts()).isEqualTo(2);
    }

    @Test
    void aTransactionThatKeepsADueRowIsNamedAlthoughRoundsGoWell() throws SQLException {
        arm(1, "1 second");
        try (var other = stalled("hand-made-fix", "select * from deadline.due for update")) {
            awaitHealth(new FiringKeepsUp(watch), Status.DOWN);
            awaitHeldBackBy("hand-made-fix");
            other.rollback();
        }
        awaitHealth(new FiringKeepsUp(watch), Status.UP);
        assertThat(alerts()).isOne();
    }

    @Test
    void aNodeWhoseClockIsWrongFiresNothingUntilItIsSet() {
        clockIsRight.set(false);
        arm(1, "2 seconds"); // after the round that may be under way
        awaitHealth(new FiringKeepsUp(watch), Status.DOWN);
        assertThat(alerts()).isZero();
        assertThat(firing.sinceLastRound()).isLessThan(Duration.ofSeconds(30));

        clockIsRight.set(true);
        awaitHealth(new FiringKeepsUp(watch), Status.UP);
        assertThat(alerts()).isOne();
    }

    private long alerts() {
        return number("select count(*) from event_log.event where type = 'alert.raised'");
    }

    private void awaitHealth(HealthCheck check, Status wanted) {
        Patience.until("health is " + wanted, LONG_ENOUGH, () -> {
            watch.look().await().atMost(LONG_ENOUGH);
            return check.call().getStatus() == wanted;
        });
    }

    private void awaitHeldBackBy(String whom) {
        Patience.until("it says that " + whom + " holds it back", LONG_ENOUGH, () -> {
            watch.look().await().atMost(LONG_ENOUGH);
            return said(new FiringKeepsUp(watch)).contains(whom);
        });
    }

    private static String said(HealthCheck check) {
        return String.valueOf(check.call().getData().orElseThrow());
    }
}
