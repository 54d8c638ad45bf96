package org.aryz.deadline.reconciliation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.eventlog.subscription.LeadingTask;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Has one replica at a time reconcile: at the start, every so often, and whenever somebody asks for it. */
@Singleton
public final class Reconciling {
    private static final Logger LOG = Logger.getLogger(Reconciling.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(25);

    private final Reconciliations passes;
    private final Reconciler reconciler;
    private final Duration every;
    private final LeadingTask task;

    Reconciling(
            Pool pool,
            Reconciliations passes,
            ComplaintDeadlines deadlines,
            MeterRegistry meters,
            @ConfigProperty(name = "aryz.reconciler.every") Duration every) {
        this.passes = passes;
        Arrays.stream(Difference.values()).forEach(kind -> counter(meters, kind));
        this.reconciler = new Reconciler(
                pool, deadlines, (kind, count) -> counter(meters, kind).increment((double) count));
        this.every = every;
        this.task = new LeadingTask(pool, "reconciler", this::turn, REST, LEASE);
    }

    /** There from the start, so that an alarm on it does not miss the first difference. */
    private static Counter counter(MeterRegistry meters, Difference kind) {
        return Counter.builder("aryz.reconciler.differences")
                .description("Deadlines for which something else was armed than their history asks for")
                .tag("kind", kind.code())
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        passes.begin("start", null)
                .subscribe()
                .with(_ -> {}, _ -> LOG.debug("The first reconciliation is left to the schedule"));
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.close();
    }

    /** One batch of the pass that runs. */
    private boolean turn() {
        var running = await(passes.beginIfDue(every).chain(passes::running));
        return running.isPresent() && goOn(running.get());
    }

    private boolean goOn(Reconciliation pass) {
        var batch = await(reconciler.after(pass.cameTo()));
        if (batch.complaints().isEmpty()) {
            await(passes.finish(pass));
            report(pass);
            return false;
        }
        await(passes.goOn(
                pass, batch.complaints().getLast(), batch.complaints().size(), batch.failed(), batch.found()));
        return true;
    }

    private static void report(Reconciliation pass) {
        if (pass.differences() + pass.failed() > 0) {
            LOG.warnf(
                    "Reconciled %d complaints; repaired %s, not comparable %d",
                    pass.checked(), pass.found(), pass.failed());
        } else {
            LOG.infof("Reconciled %d complaints; all is armed as their histories ask for", pass.checked());
        }
    }

    private static <T> T await(Uni<T> step) {
        return step.await().atMost(LONGEST_STEP);
    }
}
