package org.aryz.deadline.lawchange.work;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.application.StoredForm;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.lawchange.LawBook;
import org.aryz.deadline.lawchange.application.LawChanges;
import org.aryz.eventlog.subscription.LeadingTask;
import org.jboss.logging.Logger;

/** Keeps the work on changes of law going, on one replica at a time, and every replica's law at most a second old. */
@Singleton
public class LawWorkRounds {
    private static final Logger LOG = Logger.getLogger(LawWorkRounds.class);
    private static final Duration REST = Duration.ofMillis(250);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOADING = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final LawInUse law;
    private final LawChanges changes;
    private final LeadingTask task;
    private final AtomicReference<LawBook> book = new AtomicReference<>(LawBook.EMPTY);
    private long timer;

    LawWorkRounds(
            Vertx vertx,
            Pool pool,
            LawInUse law,
            LawChanges changes,
            ComplaintDeadlines deadlines,
            StoredForm form,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.law = law;
        this.changes = changes;
        var work = new LawWork(pool, law, changes, deadlines, form);
        this.task = new LeadingTask(pool, "law-changes", work::turn, REST, LEASE);
        meters.gauge(
                "aryz.law.time.zone.data.unconfirmed",
                book,
                held -> held.get().zoneDataAwaiting().isPresent() ? 1 : 0);
    }

    void start(@Observes StartupEvent event) {
        book.set(changes.noteZoneData(LegalTime.zoneData()).await().atMost(LONGEST_LOADING));
        book.get()
                .zoneDataAwaiting()
                .ifPresent(version -> LOG.warnf(
                        "The time-zone database is %s, dates so far were found by %s. A dry run shows which of them"
                                + " move (GET /law-changes); a person must apply it",
                        version, book.get().zoneData()));
        task.start();
        timer = vertx.setPeriodic(LOOK_EVERY.toMillis(), _ -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        task.close();
    }

    /** A failure here is one of the database, of which others tell. */
    private void look() {
        law.hour().flatMap(_ -> law.history()).subscribe().with(book::set, _ -> {});
    }

    /** What happened to the law, about a second old at most. */
    public LawBook book() {
        return book.get();
    }
}
