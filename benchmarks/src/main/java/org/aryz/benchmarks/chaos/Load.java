package org.aryz.benchmarks.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.aryz.testplatform.Patience;

/** Clients that hand in one command after the other, each again and again until it is acknowledged. */
final class Load {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 3;

    private final Ledger ledger = new Ledger();
    private final List<CompletableFuture<?>> clients = new ArrayList<>();
    private final Pace pace;
    /** When the youngest command that is acknowledged was begun. */
    private final AtomicLong lastBegun = new AtomicLong(System.nanoTime());

    private volatile boolean stopping;

    /**
     * How fast clients go on.
     *
     * @param clients how many there are
     * @param next after an acknowledgement
     * @param again after anything else: at first, then later each time, up to eight times as long, and never all at once
     */
    record Pace(int clients, Duration next, Duration again) {
        /** As fast as the log goes. */
        static final Pace FAST = new Pace(16, Duration.ZERO, Duration.ofMillis(50));

        /** Some hundred commands a second: so many that who takes them in elsewhere keeps up. */
        static final Pace STEADY = new Pace(8, Duration.ofMillis(25), Duration.ofMillis(50));
    }

    private Load(Pace pace) {
        this.pace = pace;
    }

    static Load on(Door door, Pace pace, Random chance) {
        var load = new Load(pace);
        for (var i = 0; i < pace.clients(); i++) {
            var client = door.client(new Random(chance.nextLong()));
            load.clients.add(CompletableFuture.runAsync(
                    () -> load.work(client, new Random(chance.nextLong())),
                    task -> Thread.ofVirtual().start(task)));
        }
        return load;
    }

    /** One command of each client, and no more. */
    static Load once(Door door, Pace pace, Random chance) {
        var load = on(door, pace, chance);
        load.stopping = true;
        return load;
    }

    private void work(Door.Client client, Random chance) {
        try {
            do {
                oneCommand(client, chance);
                TimeUnit.NANOSECONDS.sleep(pace.next().toNanos());
            } while (!stopping);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void oneCommand(Door.Client client, Random chance) throws InterruptedException {
        var begun = System.nanoTime();
        for (var doublings = 0; ; doublings = Math.min(doublings + 1, MOST_DOUBLINGS)) {
            var answer = client.handIn();
            ledger.note(answer);
            if (answer instanceof Answer.Acknowledged) {
                lastBegun.accumulateAndGet(begun, (one, other) -> one - other > 0 ? one : other);
                return;
            }
            var longest = pace.again().toNanos() << doublings;
            TimeUnit.NANOSECONDS.sleep(chance.nextLong(longest / 2, longest));
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** Waits until a command is acknowledged that was begun after this call. */
    void untilAcknowledged() {
        var now = System.nanoTime();
        Patience.until("a command is acknowledged", PATIENCE, () -> lastBegun.get() - now > 0 || failed());
    }

    /** Waits until answers say that many times more to come again. */
    void untilRefused(int more) {
        var wanted = ledger.refused() + more;
        Patience.until("commands are refused", PATIENCE, () -> ledger.refused() >= wanted || failed());
    }

    private boolean failed() {
        return clients.stream().anyMatch(CompletableFuture::isCompletedExceptionally);
    }

    /** Begins no more commands, and returns when each that was begun is acknowledged. */
    Ledger drained() throws Exception {
        stopping = true;
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return ledger;
    }
}
