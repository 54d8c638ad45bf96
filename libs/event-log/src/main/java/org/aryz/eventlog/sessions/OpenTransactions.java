package org.aryz.eventlog.sessions;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Notices sessions that left a transaction open: they keep old rows alive, and may hold what others wait for. */
public final class OpenTransactions {
    private static final Logger LOG = Logger.getLogger(OpenTransactions.class);
    private static final Duration SHORTEST_COUNTED = Duration.ofSeconds(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);
    private static final String OPEN = "select * from event_log.open_transactions($1 * interval '1 second')";

    private final Pool pool;
    private final Duration idleAllowed;
    private volatile State state = new State(List.of(), 0);

    /**
     * What was seen last.
     *
     * @param idle sessions that keep a transaction open for too long and do nothing
     * @param oldest age of the oldest transaction in seconds
     */
    public record State(List<Session> idle, double oldest) {
        /** The idle ones, for a person. */
        public String named() {
            return idle.stream().map(Session::toString).collect(Collectors.joining(", "));
        }
    }

    /** @param idleAllowed how long a session may keep a transaction open and do nothing */
    public OpenTransactions(Pool pool, Duration idleAllowed) {
        this.pool = pool;
        this.idleAllowed = idleAllowed;
    }

    public State state() {
        return state;
    }

    /** Never fails: while the database does not answer, what was seen last stands. */
    public Uni<Void> look() {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(seconds(SHORTEST_COUNTED)))
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .fail()
                .map(Session::all)
                .invoke(this::learn)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private void learn(List<Session> open) {
        var before = state;
        state = new State(
                open.stream().filter(this::isForgotten).toList(),
                open.isEmpty() ? 0 : open.getFirst().age());
        if (!state.idle().isEmpty() && before.idle().isEmpty()) {
            LOG.warnf("Open transactions do nothing and hold back the database: %s", state.named());
        }
    }

    private boolean isForgotten(Session session) {
        return session.isIdle() && session.age() > seconds(idleAllowed);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
