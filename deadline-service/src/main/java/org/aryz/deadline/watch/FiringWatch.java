package org.aryz.deadline.watch;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.aryz.eventlog.sessions.Session;
import org.jboss.logging.Logger;

/**
 * Notices from outside of the rounds that firing does not get on, and says who holds it back. It ends no wait itself: each
 * statement of a round ends in the database after seconds, so that firing goes on by itself once it can.
 */
public final class FiringWatch {
    private static final Logger LOG = Logger.getLogger(FiringWatch.class);
    private static final Duration LONGER_THAN_A_BATCH = Duration.ofSeconds(2);

    private final Sessions sessions;
    private final Supplier<Duration> sinceLastRound;
    private final Duration patience;
    private volatile State state = new State(Duration.ZERO, false, List.of());

    /**
     * What was seen last.
     *
     * @param held how long firing did not get on
     * @param stuck whether that is too long
     * @param holding who holds it back, as far as the database tells
     */
    public record State(Duration held, boolean stuck, List<Session> holding) {
        String named() {
            return holding.isEmpty()
                    ? "nobody"
                    : holding.stream().map(Session::toString).collect(Collectors.joining(", "));
        }
    }

    /** @param patience how long firing may stand still */
    public FiringWatch(Pool pool, Supplier<Duration> sinceLastRound, Duration patience) {
        this.sessions = new Sessions(pool);
        this.sinceLastRound = sinceLastRound;
        this.patience = patience;
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
                .flatMap(held -> holding(held).map(holding -> state(held, holding)))
                .invoke(this::learn)
                .replaceWithVoid();
    }

    private Uni<List<Session>> holding(Duration held) {
        return isTooLong(held)
                ? sessions.holdingBack(LONGER_THAN_A_BATCH).onFailure().recoverWithItem(List.of())
                : Uni.createFrom().item(List.of());
    }

    private State state(Duration held, List<Session> holding) {
        // A round that just gave up and waits for its next try is blocked by nobody for that moment.
        return new State(held, isTooLong(held), isTooLong(held) && holding.isEmpty() ? state.holding() : holding);
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
    }

    /** Once when it begins, and once when somebody else holds it back; the ages of sessions alone are no news. */
    private void warn(State before, State now) {
        if (!before.stuck() || !pids(before).equals(pids(now))) {
            LOG.errorf(
                    "No alert was fired for %d s; held back by %s", now.held().toSeconds(), now.named());
        }
    }

    private static List<Integer> pids(State state) {
        return state.holding().stream().map(Session::pid).toList();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
