package org.aryz.benchmarks.chaos;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aryz.benchmarks.Relaying;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.kafka.Topics;
import org.aryz.testplatform.Patience;

/** A log that is told on a topic, and another service that takes it in. */
final class Pipeline implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String topic = "chaos-" + UUID.randomUUID();
    private final Store store;
    private final Relaying relaying;
    private final Inbox inbox;
    private final Judge judge;
    private final Set<UUID> told = new HashSet<>();

    Pipeline() throws Exception {
        Topics.ensure(Relaying.kafka(), 1, topic);
        store = Store.create();
        judge = new Judge(store, Keys.signer().publicKey(), "thing.happened");
        relaying = Relaying.of(store, topic, Relaying.kafka());
        inbox = new Inbox(topic);
    }

    String topic() {
        return topic;
    }

    Store store() {
        return store;
    }

    Inbox inbox() {
        return inbox;
    }

    Door door() {
        return door(Map.of());
    }

    /** @param begun streams to go on with first */
    Door door(Map<UUID, Long> begun) {
        return new LogDoor(relaying.log(), begun);
    }

    /** Waits until everything that is stored now is taken in, and keeps in mind that it was told. */
    void untilTakenIn() {
        told.addAll(judge.ids());
        Patience.until("all is taken in", PATIENCE, () -> inbox.takenIn() >= told.size());
    }

    /** Whether everything that is stored now is taken in. */
    boolean isTakenIn() {
        return inbox.takenIn() >= judge.ids().size();
    }

    Judgement judged(Ledger ledger) throws SQLException {
        return judged(ledger.versions(), ledger.unclear());
    }

    /** When all is taken in: the store as the ledger has it, and at the other service once all that was ever stored. */
    Judgement judged(Map<UUID, Long> acknowledged, long unclear) throws SQLException {
        untilTakenIn();
        return inbox.add(judge.judge(acknowledged, unclear), told);
    }

    @Override
    public void close() throws SQLException {
        relaying.close();
        inbox.close();
        store.close();
    }
}
