package org.aryz.servicekit.history;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.notary.Notary;
import org.aryz.eventlog.notary.Witness;
import org.jspecify.annotations.Nullable;

/** Starts the notary of a service as soon as its database tells the name of the log, and stops it. */
@Singleton
public final class Notarising {

    private static final Duration SHORTEST_REST = Duration.ofMillis(500);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final EventLog log;
    private final Pool pool;
    private final CheckpointSettings settings;
    private final WitnessSettings told;
    private final NotaryFigures figures;
    private @Nullable Notary notary;
    private boolean stopped;

    Notarising(EventLog log, Pool pool, CheckpointSettings settings, WitnessSettings told, NotaryFigures figures) {
        this.log = log;
        this.pool = pool;
        this.settings = settings;
        this.told = told;
        this.figures = figures;
    }

    Uni<NoteSigner> signer() {
        return log.id().map(settings::signerOf);
    }

    void start(@Observes StartupEvent event, Instance<Witness> witnesses) {
        signer().onFailure()
                .retry()
                .withBackOff(SHORTEST_REST, LONGEST_REST)
                .until(_ -> !isStopped())
                .subscribe()
                .with(
                        signer -> start(new Notary(pool, signer, told.witnesses(witnesses, pool), settings.notary())),
                        _ -> {});
    }

    private synchronized void start(Notary made) {
        if (!stopped) {
            notary = made.start();
            figures.watch(made);
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        stopped = true;
        figures.stop();
        if (notary != null) {
            notary.close();
        }
    }
}
