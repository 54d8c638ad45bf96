package org.aryz.deadline.application;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;
import org.aryz.deadline.lawchange.Edition;
import org.aryz.deadline.lawchange.LawBook;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.postgres.Unavailable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Law and calendars as they are in use: the files of the product, and every change that was applied since. A mistake in a file
 * stops the start, naming file, rule and field. Whoever asks for the hour gets the law of that hour, whichever replica applied it.
 */
@Singleton
public class LawInUse {
    private static final Logger LOG = Logger.getLogger(LawInUse.class);
    private static final String DEMO_SIGN_OFFS = "law/demo-sign-offs.yaml";
    private static final Duration LONGEST_LOADING = Duration.ofSeconds(30);
    private static final StreamId HISTORY = StreamId.of(LawBook.STREAM);

    private final EventLog log;
    private final LawForm form;
    private final Pool pool;
    private final Edition ofTheProduct;
    private final AtomicReference<Edition> held;

    public LawInUse(
            EventLog log,
            LawForm form,
            Pool pool,
            @ConfigProperty(name = "aryz.law.demo-sign-offs") boolean demoSignOffs) {
        this.log = log;
        this.form = form;
        this.pool = pool;
        this.ofTheProduct = new Edition(0, law(demoSignOffs), Calendars.load());
        this.held = new AtomicReference<>(ofTheProduct);
    }

    void load(@Observes StartupEvent event) {
        var edition = hour().await().atMost(LONGEST_LOADING).edition();
        LOG.infof(
                "The law: %d versions of rules after %d applied changes; calendars as known since %s",
                edition.law().rules().size(),
                edition.revision(),
                edition.calendars().revisionDays().last());
    }

    private static Law law(boolean demoSignOffs) {
        var law = Law.load();
        if (!demoSignOffs) {
            return law;
        }
        LOG.warn(
                "Rules are signed off by a FICTIONAL counsel: complaints may be said to be out of time. Only for demonstrations");
        return law.signedOffBy(DEMO_SIGN_OFFS);
    }

    /** The law as it was before anybody changed it here. */
    public Edition ofTheProduct() {
        return ofTheProduct;
    }

    /** The law as this replica knows it, about a second behind at most: for what is asked without the database. */
    public Edition held() {
        return held.get();
    }

    /** The law and the clock at this moment. */
    public Uni<Hour> hour() {
        return pool.preparedQuery("select event_log.now(), deadline.law_revision()")
                .execute()
                .map(rows -> rows.iterator().next())
                .onFailure()
                .transform(Unavailable::orRefused)
                .flatMap(this::hour);
    }

    private Uni<Hour> hour(Row row) {
        var now = row.get(OffsetDateTime.class, 0).toInstant();
        var current = held.get();
        return current.revision() >= row.getLong(1) ? Uni.createFrom().item(new Hour(current, now)) : reloaded(now);
    }

    private Uni<Hour> reloaded(Instant now) {
        return history()
                .map(ofTheProduct::after)
                .invoke(edition -> held.accumulateAndGet(edition, LawInUse::later))
                .map(edition -> new Hour(edition, now));
    }

    private static Edition later(Edition one, Edition other) {
        return other.revision() > one.revision() ? other : one;
    }

    /** The law as it was known at a moment: without the changes that were applied later. */
    Uni<Edition> knownOn(Instant moment) {
        return history(event -> !event.recordedAt().isAfter(moment)).map(ofTheProduct::after);
    }

    /** All that happened to the law. */
    public Uni<LawBook> history() {
        return history(_ -> true);
    }

    private Uni<LawBook> history(Predicate<RecordedEvent> wanted) {
        return log.readStream(HISTORY, 0).map(events -> {
            var book = LawBook.EMPTY;
            for (var event : events.stream().filter(wanted).toList()) {
                book = LawBook.evolve(book, form.read(event));
            }
            return book;
        });
    }
}
