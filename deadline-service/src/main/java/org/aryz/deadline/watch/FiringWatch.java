package org.aryz.deadline.watch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Notices from outside of the rounds that firing does not get on, and says who holds it back. It ends no wait itself: each
 * statement of a round ends in the database after seconds, so that firing goes on by itself once it can.
 */
public final class FiringWatch {
    private static final Logger LOG = Logger.getLogger(FiringWatch.class);
    private static final Duration LONGER_THAN_A_BATCH = Duration.ofSeconds(2);
    private static final Duration SHORTEST_COUNTED = Duration.ofSeconds(1);

    private final Sessions sessions;
    private final Supplier<Duration> sinceLastRound;
    private final Duration patience;
    private final Duration idleAllowed;
    private volatile State state = new State(Duration.ZERO, false, List.of(), List.of(), 0);

    /**
     * What was seen last.
     *
     * @param held how long firing did not get on
     * @param stuck whether that is too long
     * @param holding who holds it back, as far as the database tells
     * @param idle sessions that keep a transaction open for too long and do nothing
     * @param oldest age of the oldest transaction in seconds
     */
    public record State(Duration held, boolean stuck, List<Session> holding, List<Session> idle, double oldest) {
        String named(List<Session> which) {
            return which.isEmpty()
                    ? "nobody"
                    : which.stream().map(Session::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * @param patience how long firing may stand still
     * @param idleAllowed how long a session may keep a transaction open and do nothing
     */
    public FiringWatch(Pool pool, Supplier<Duration> sinceLastRound, Duration patience, Duration idleAllowed) {
        this.sessions = new Sessions(pool);
        this.sinceLastRound = sinceLastRound;
        this.patience = patience;
        this.idleAllowed = idleAllowed;
    }

    public State state() {
        return state;
    }

    /** Never fails: a database that does not answer is seen by the rounds that stand still. */
    public Uni<Void> look() {
        return sessions.behind()
                .onFailure()
                .recoverWithItem(Duration.ZERO)
                .map(behind -> longer(behind, sinceLastRound.get()))
                .flatMap(held -> Uni.combine()
                        .all()
                        .unis(holding(held), orNone(sessions.longTransactions(SHORTEST_COUNTED)))
                        .with((holding, open) -> state(held, holding, open)))
                .invoke(this::learn)
                .replaceWithVoid();
    }

    private Uni<List<Session>> holding(Duration held) {
        return isTooLong(held)
                ? orNone(sessions.holdingBack(LONGER_THAN_A_BATCH))
                : Uni.createFrom().item(List.of());
    }

    private static Uni<List<Session>> orNone(Uni<List<Session>> sessions) {
        return sessions.onFailure().recoverWithItem(List.of());
    }

    private State state(Duration held, List<Session> holding, List<Session> open) {
        var idle = open.stream()
                .filter(session -> session.isIdle() && session.age() > idleAllowed.toMillis() / 1000.0)
                .toList();
        var oldest = open.isEmpty() ? 0 : open.getFirst().age();
        // A round that just gave up and waits for its next try is blocked by nobody for that moment.
        var known = isTooLong(held) && holding.isEmpty() ? state.holding() : holding;
        return new State(held, isTooLong(held), known, idle, oldest);
    }

    private boolean isTooLong(Duration held) {
        return held.compareTo(patience) > 0;
    }

    private void learn(State now) {
        var before = state;
        state = now;
        if (now.stuck() && !(before.stuck() && before.holding().equals(now.holding()))) {
            warn(before, now);
        } else if (!now.stuck() && before.stuck()) {
            LOG.info("Alerts are fired again");
        }
        if (!now.idle().isEmpty() && before.idle().isEmpty()) {
            LOG.warnf("Open transactions do nothing and hold back the database: %s", now.named(now.idle()));
        }
    }

    /** Once when it begins, and once when somebody else holds it back; the ages of sessions alone are no news. */
    private void warn(State before, State now) {
        if (!before.stuck() || !pids(before).equals(pids(now))) {
            LOG.errorf(
                    "No alert was fired for %d s; held back by %s", now.held().toSeconds(), now.named(now.holding()));
        }
    }

    private static List<Integer> pids(State state) {
        return state.holding().stream().map(Session::pid).toList();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
