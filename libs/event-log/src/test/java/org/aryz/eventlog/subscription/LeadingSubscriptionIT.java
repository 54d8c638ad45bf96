package org.aryz.eventlog.subscription;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.postgres.PostgresEventLog;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeadingSubscriptionIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final SubscriptionSettings FAST =
            new SubscriptionSettings(20, Duration.ofMillis(20), Duration.ofSeconds(2));

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private TestDatabase database;
    private PostgresEventLog log;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
        log = database.newLog();
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : toClose) {
            each.close();
        }
        database.close();
    }

    private void appendMany(int count) {
        IntStream.range(0, count)
                .mapToObj(_ -> log.append(append(newStream(), 0, 1)).subscribeAsCompletionStage())
                .toList()
                .forEach(result -> result.join());
    }

    @Test
    void aLeadingSubscriptionHandlesEachEventInOrderAndAgainAfterAFailure() {
        var handled = new CopyOnWriteArrayList<Long>();
        var calls = new AtomicInteger();
        var leading = new LeadingSubscription(
                log,
                database.pool(),
                "policy",
                LeadingSubscription.allOrNothing(events -> Uni.createFrom().item(() -> {
                    if (calls.incrementAndGet() == 2) {
                        throw new IllegalStateException("once");
                    }
                    events.forEach(event -> handled.add(event.position()));
                    return null;
                })),
                FAST);
        log.onAppended(leading::nudge);
        toClose.add(leading.start());

        appendMany(100);

        Patience.until("all is handled", SOON, () -> handled.size() >= 100);
        assertThat(handled).doesNotHaveDuplicates().isSorted().hasSize(100);
    }

    @Test
    void aLeaderThatIsSlowKeepsItsLease() {
        var calls = new AtomicInteger();
        var slow = new LeadingSubscription(
                log,
                database.pool(),
                "slow",
                events -> Uni.createFrom()
                        .item(events.size())
                        .invoke(calls::incrementAndGet)
                        .onItem()
                        .delayIt()
                        .by(FAST.lease().multipliedBy(2)),
                FAST);
        var standby = new LeadingSubscription(log, database.pool(), "slow", events -> fail(events), FAST);
        toClose.add(slow.start());
        Patience.until("it leads", SOON, slow::isLeading);
        toClose.add(standby.start());

        appendMany(1);

        Patience.until(
                "it is done",
                SOON,
                () -> database.number("select max(position) from event_log.subscription where name = 'slow'") > 0);
        assertThat(calls).hasValue(1);
        assertThat(standby.isLeading()).isFalse();
    }

    private static Uni<Integer> fail(List<RecordedEvent> events) {
        throw new AssertionError("the standby got " + events.size() + " events");
    }
}
