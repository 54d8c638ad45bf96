package org.aryz.benchmarks.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.Idempotency;
import org.aryz.eventlog.LogUnavailable;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;

/** Straight to the event log: commands of one to three events, a few of them for each stream, each with an idempotency key. */
final class LogDoor implements Door {
    private static final int MOST_EVENTS = 3;
    private static final int MOST_COMMANDS = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Instant THEN = Instant.parse("2026-03-01T10:15:30Z");

    private final EventLog log;
    private final Queue<Map.Entry<UUID, Long>> begun;

    /** @param begun streams that are there already, with their versions, to be gone on with first */
    LogDoor(EventLog log, Map<UUID, Long> begun) {
        this.log = log;
        this.begun = new ConcurrentLinkedQueue<>(begun.entrySet());
    }

    @Override
    public Client client(Random chance) {
        return new Appending(chance);
    }

    /** Goes on with one stream for a while, then with another. */
    private final class Appending implements Client {
        private final Random chance;
        private UUID stream = UuidV7.next();
        private long version;
        private int commandsLeft;
        private Append command;

        Appending(Random chance) {
            this.chance = chance;
            this.command = next();
        }

        private Append next() {
            if (commandsLeft-- == 0) {
                var known = begun.poll();
                stream = known == null ? UuidV7.next() : known.getKey();
                version = known == null ? 0 : known.getValue();
                commandsLeft = chance.nextInt(MOST_COMMANDS);
            }
            var events = IntStream.rangeClosed(0, chance.nextInt(MOST_EVENTS))
                    .mapToObj(_ -> new NewEvent(UuidV7.next(), "thing.happened", 1, "{}", List.of(), THEN))
                    .toList();
            var key = UuidV7.next().toString();
            return Append.to(StreamId.of(stream), version, events, "{}")
                    .once(new Idempotency("chaos", key, key.getBytes(UTF_8), "{}"));
        }

        @Override
        public Answer handIn() {
            try {
                var result = log.append(command).await().atMost(PATIENCE);
                if (!(result instanceof Appended || result instanceof Repeated)) {
                    return new Answer.Unclear(result.toString());
                }
            } catch (LogUnavailable _) {
                return new Answer.Unavailable();
            }
            version += command.events().size();
            var answer = new Answer.Acknowledged(stream, version);
            command = next();
            return answer;
        }
    }
}
