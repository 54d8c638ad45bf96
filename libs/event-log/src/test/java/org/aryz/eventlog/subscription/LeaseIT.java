package org.aryz.eventlog.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.subscription.Lease.Held;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeaseIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void ofManyThatReachForItOneGetsIt() {
        var reaching = IntStream.range(0, 16)
                .mapToObj(_ -> new Lease(database.pool(), "wanted", LONG))
                .map(lease -> CompletableFuture.supplyAsync(lease::take))
                .toList();

        assertThat(reaching.stream().map(CompletableFuture::join))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    void aFormerLeaderMovesNothingAndHearsThatItIsNoLongerLeading() {
        var former = new Lease(database.pool(), "passed-on", SHORT);
        var next = new Lease(database.pool(), "passed-on", LONG);
        assertThat(former.take()).contains(new Held(1, 0));
        assertThat(former.keep(10)).isTrue();

        Patience.until("the lease expires", SOON, () -> next.take().isPresent());

        assertThat(former.isHeld()).isFalse();
        assertThat(former.keep(20)).isFalse();
        former.release();
        assertThat(database.number("select position from event_log.subscription where name = 'passed-on'"))
                .isEqualTo(10);
        assertThat(next.keep(11)).isTrue();
        assertThat(former.take()).isEmpty();
    }

    @Test
    void aPositionNeverMovesBack() {
        var lease = new Lease(database.pool(), "forward", LONG);
        lease.take();
        lease.keep(10);

        assertThat(lease.keep(9)).isFalse();
        assertThat(database.number("select position from event_log.subscription where name = 'forward'"))
                .isEqualTo(10);
    }

    @Test
    void aReleasedLeaseIsFreeAtOnce() {
        var first = new Lease(database.pool(), "released", LONG);
        var second = new Lease(database.pool(), "released", LONG);
        first.take();
        assertThat(second.take()).isEmpty();

        first.release();

        assertThat(first.isHeld()).isFalse();
        assertThat(second.take()).contains(new Held(2, 0));
    }
}
