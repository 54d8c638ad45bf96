package org.aryz.eventlog;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Load, decide, append, and again if somebody else was first: the one loop of every decider.
 *
 * @param <E> events of the model
 * @param <S> state of the model
 */
public final class Streams<E, S> {
    private static final int ATTEMPTS = 20;

    private final EventLog log;
    private final Function<RecordedEvent, E> decode;
    private final S initial;
    private final BiFunction<S, E, S> evolve;

    public Streams(EventLog log, Function<RecordedEvent, E> decode, S initial, BiFunction<S, E, S> evolve) {
        this.log = log;
        this.decode = decode;
        this.initial = initial;
        this.evolve = evolve;
    }

    /** A state and the version of the stream it was folded from; version 0 for a stream that has no events. */
    public record Loaded<S>(StreamId stream, long version, S state) {
        public boolean exists() {
            return version > 0;
        }
    }

    public Uni<Loaded<S>> load(StreamId stream) {
        return log.readStream(stream, 0).map(events -> fold(stream, events));
    }

    /**
     * Loads the stream, lets {@code decide} make an append from it, and repeats both on a conflict. The last conflict
     * is handed to the caller, so that a command of a hot stream ends.
     */
    public Uni<AppendResult> execute(StreamId stream, Function<Loaded<S>, Append> decide) {
        return attempt(stream, decide, ATTEMPTS);
    }

    private Uni<AppendResult> attempt(StreamId stream, Function<Loaded<S>, Append> decide, int attemptsLeft) {
        return load(stream)
                .map(decide)
                .flatMap(log::append)
                .flatMap(result -> result instanceof AppendResult.Conflict && attemptsLeft > 1
                        ? attempt(stream, decide, attemptsLeft - 1)
                        : Uni.createFrom().item(result));
    }

    private Loaded<S> fold(StreamId stream, List<RecordedEvent> events) {
        var state = initial;
        for (var event : events) {
            state = evolve.apply(state, decode.apply(event));
        }
        return new Loaded<>(stream, events.isEmpty() ? 0 : events.getLast().version(), state);
    }
}
