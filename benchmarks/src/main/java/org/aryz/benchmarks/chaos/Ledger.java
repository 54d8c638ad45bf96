package org.aryz.benchmarks.chaos;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Keeps what was answered: nothing that was acknowledged may ever be missing, and nothing else may be there. */
final class Ledger {
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();
    private final LongAdder commands = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final Queue<String> unclear = new ConcurrentLinkedQueue<>();

    void note(Answer answer) {
        switch (answer) {
            case Answer.Acknowledged done -> {
                versions.merge(done.stream(), done.version(), Math::max);
                commands.increment();
            }
            case Answer.Unavailable() -> refused.increment();
            case Answer.Cut() -> cut.increment();
            case Answer.Unclear what -> unclear.add(what.what());
        }
    }

    /** The version that each stream was acknowledged to have. */
    Map<UUID, Long> versions() {
        return Map.copyOf(versions);
    }

    /** Commands that were acknowledged. */
    long commands() {
        return commands.sum();
    }

    /** Events that were acknowledged, of streams that began with this ledger. */
    long events() {
        return versions.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Answers that said to come again. */
    long refused() {
        return refused.sum();
    }

    /** Times there was no answer. */
    long cut() {
        return cut.sum();
    }

    /** Answers that nobody may get. */
    long unclear() {
        return unclear.size();
    }

    /** One of those. */
    Optional<String> anUnclearOne() {
        return Optional.ofNullable(unclear.peek());
    }
}
