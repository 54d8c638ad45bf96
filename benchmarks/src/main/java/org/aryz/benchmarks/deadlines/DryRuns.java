package org.aryz.benchmarks.deadlines;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.aryz.benchmarks.Store;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.Decider;
import org.aryz.deadline.Docket;
import org.aryz.deadline.application.Asked;
import org.aryz.deadline.application.ComplaintDeadlines;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.lawchange.Proposal;
import org.aryz.deadline.lawchange.application.LawChanges;
import org.aryz.deadline.lawchange.storage.LawJson;
import org.aryz.deadline.lawchange.work.LawWork;
import org.aryz.deadline.storage.JsonForm;

/** A store with the dockets of open complaints, and the work of a replica on changes of law. */
final class DryRuns implements AutoCloseable {
    /** Complaints that began on so many different days. */
    private static final int DAYS = 90;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Store store = Store.create(Armed.MIGRATIONS);
    private final JsonForm form = new JsonForm();
    private final LawInUse law;
    private final LawChanges changes;
    private final LawWork work;

    /** How long one took, and the most memory that was in use after a collection. */
    record Run(double seconds, double megabytes) {}

    DryRuns() throws SQLException {
        var log = store.log();
        var pool = store.pool(8);
        law = new LawInUse(log, new LawJson(), pool, false);
        changes = new LawChanges(log, new LawJson(), law);
        work = new LawWork(pool, law, changes, new ComplaintDeadlines(log, form, law), form);
        store.execute("create table deadline.docket_template (like deadline.docket)");
        var now = Instant.now();
        for (var day = 0; day < DAYS; day++) {
            template(
                    Cases.open(
                            UUID.randomUUID(),
                            LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(14 + day)),
                    now);
        }
    }

    private void template(CaseFacts facts, Instant now) throws SQLException {
        var circumstances = new Circumstances(law.held().law(), law.held().calendars(), now);
        var id = facts.complaint().id();
        var state = Clocks.NONE;
        var note = new NoteFacts(facts.complaint(), "intake", id, List.copyOf(facts.all()));
        for (var event : Decider.decide(note, state, circumstances)) {
            state = Clocks.evolve(state, event);
        }
        var row = form.row(facts.complaint(), 0, 0, Docket.of(state, circumstances));
        store.execute(
                "select %s(array['%s'::jsonb])"
                        .formatted(row.function(), row.json().replace("'", "''")),
                "with moved as (delete from deadline.docket returning *) insert into deadline.docket_template select * from moved");
    }

    void fill(int complaints) throws SQLException {
        store.execute(
                """
            insert into deadline.docket (complaint, jurisdiction, fact_types, days, docket)
            select id, jurisdiction, fact_types, days, replace(docket, complaint::text, id::text)
              from (select *, row_number() over (order by complaint) - 1 as day from deadline.docket_template) template
              join (select n, gen_random_uuid() as id from generate_series(1, %d) n) copy on n %% %d = day"""
                        .formatted(complaints, DAYS), "vacuum analyze deadline.docket", "checkpoint");
    }

    Run of(Proposal proposal) {
        var id = UUID.randomUUID();
        var asked = new Asked("somebody", "coalition", id, id.toString(), new byte[] {1});
        System.gc();
        var begin = System.nanoTime();
        var change = changes.propose(asked, proposal, "benchmark")
                .await()
                .atMost(PATIENCE)
                .change();
        var state = "select state = 'examined' from deadline.law_change where change = '%s'".formatted(change);
        var memory = 0L;
        while (store.value(state).equals("f")) {
            work.turn();
            memory = Math.max(memory, afterCollection());
        }
        return new Run((System.nanoTime() - begin) / 1e9, memory / 1e6);
    }

    /** Effects that the dry runs so far have told. */
    long effects() {
        return Long.parseLong(store.value("select count(*) from deadline.law_change_effect"));
    }

    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    @Override
    public void close() throws SQLException {
        store.close();
    }
}
