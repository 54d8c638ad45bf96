package org.aryz.benchmarks.chaos;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.kafka.ReceivedEvent;
import org.aryz.testplatform.Patience;

/** A consumer hangs until its group has given its work to another, then goes on with what it holds. */
final class ZombieConsumer implements Fault {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 12;

    /** While it is not done, the consumer hangs. */
    private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    private volatile boolean hanging;

    @Override
    public Outcome drive(Course course) throws Exception {
        var rounds = course.scale().zombies();
        try (var pipeline = new Pipeline()) {
            var inbox = pipeline.inbox();
            var zombie = inbox.join(event -> hang(inbox, event));
            var heir = inbox.join();
            var load = Load.on(pipeline.door(), Load.Pace.STEADY, course.chance());
            for (var round = 1; round <= rounds; round++) {
                Patience.until("both read", PATIENCE, () -> zombie.partitions() > 0 && heir.partitions() > 0);
                course.goOn();
                var begun = System.nanoTime();
                haunt(zombie, heir);
                course.round(round, rounds, "thrown out, gone on and noticed", begun);
            }
            return new Outcome(
                    "a consumer thrown out of its group while it works, %d times".formatted(rounds),
                    pipeline.judged(load.drained()),
                    "from its hanging until it notices",
                    course.measured(),
                    "the other took over all %d partitions each time".formatted(PARTITIONS));
        }
    }

    private void haunt(Member zombie, Member heir) {
        var before = zombie.timesThrownOut();
        hanging = false;
        gate = new CompletableFuture<>();
        Patience.until("it hangs", PATIENCE, () -> hanging);
        Patience.until("the other has all", PATIENCE, () -> heir.partitions() == PARTITIONS);
        var known = heir.receiver().counts().takenIn();
        Patience.until(
                "the other works", PATIENCE, () -> heir.receiver().counts().takenIn() > known);
        gate.complete(null);
        Patience.until("it was thrown out", PATIENCE, () -> zombie.timesThrownOut() > before);
    }

    private Uni<AppendResult> hang(Inbox inbox, ReceivedEvent event) {
        var open = gate;
        hanging |= !open.isDone();
        return Uni.createFrom().completionStage(open).chain(() -> inbox.noteDown(event));
    }
}
