package org.aryz.deadline.lawchange.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.aryz.deadline.AmendedRule;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.deadline.Fact;
import org.aryz.deadline.MigratedDatabase;
import org.aryz.deadline.Occurred;
import org.aryz.deadline.application.Asked;
import org.aryz.deadline.application.Cause;
import org.aryz.deadline.application.Told;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.lawchange.Proposal;
import org.aryz.eventlog.Receipt;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes in a row die in the middle of applying a change of law: a transaction that tells moved deadlines ends before its
 * commit, and from then on the process has no way into the database. To the database that is what a killed process is.
 */
class KilledWhileApplyingIT extends MigratedDatabase {
    private static final int COMPLAINTS = 300;
    private static final String PASSWORD = "password";

    /** A process that is to die has a sequence of its name; sequences know no rollback. */
    private static final String DEATH =
            """
            create schema death;
            create function death.strikes() returns trigger language plpgsql security definer as $$
            declare
                writes text := 'death.' || session_user;
            begin
                if to_regclass(writes) is not null and exists (select from added where type = 'deadline.recalculated')
                       and nextval(writes) >= 0 then
                    perform pg_terminate_backend(pg_backend_pid());
                end if;
                return null;
            end $$;
            create trigger death after insert on event_log.event referencing new table as added
                for each statement execute function death.strikes()""";

    private final List<Worker> workers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    @AfterEach
    void rest() {
        names.forEach(name -> execute("alter role " + name + " login"));
        workers.forEach(Worker::close);
        names.forEach(name -> execute("drop role " + name));
    }

    @Test
    void eachMovedDeadlineHasOneEventAndTheChangeIsAppliedToItsEnd() {
        execute(DEATH);
        var first = worker(3);
        tell(first);
        var change = propose(first);
        first.start();
        awaitState("examined");

        first.changes.apply(asked("second"), change).await().atMost(LONG_ENOUGH);
        dies(0);
        var told = moved();
        assertThat(told).as("told before the first died").isBetween(1L, COMPLAINTS / 2L);

        worker(6).start();
        dies(1);
        assertThat(moved()).as("told before the second died").isBetween(told + 1, COMPLAINTS - 1L);

        worker(COMPLAINTS).start();
        awaitState("applied");
        Patience.until("nobody is behind", LONG_ENOUGH, () -> number("select count(*) from deadline.behind") == 0);

        assertThat(eachOnce("type = 'deadline.recalculated'")).isEqualTo(COMPLAINTS);
        assertThat(eachOnce("type = 'alert.raised' and data::json ->> 'rung' = '-PT6H'"))
                .isEqualTo(COMPLAINTS);
        assertThat(number("select count(*) from event_log.event where type = 'law.revised'"))
                .isOne();
    }

    /** @param writes how many times it tells that deadlines have moved; it dies of the next one */
    private Worker worker(int writes) {
        var name = database.name() + "_" + workers.size();
        execute("create role " + name + " superuser login password '" + PASSWORD + "'");
        execute("create sequence death." + name + " minvalue -" + COMPLAINTS + " start -" + writes);
        var worker = new Worker(
                vertx,
                PgConnectOptions.fromUri(database.reactiveUrl())
                        .setUser(name)
                        .setPassword(PASSWORD)
                        .setCachePreparedStatements(true));
        workers.add(worker);
        names.add(name);
        return worker;
    }

    private void dies(int worker) {
        var name = names.get(worker);
        Patience.until("it dies", LONG_ENOUGH, () -> number("select last_value from death." + name) >= 0);
        execute("alter role " + name + " nologin");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + name + "'");
        assertThat(text("select state from deadline.law_change")).isEqualTo("applying");
    }

    private long moved() {
        return number("select count(*) from event_log.event where type = 'deadline.recalculated'");
    }

    /** Of how many complaints the rule said this exactly once. */
    private long eachOnce(String what) {
        return number(
                """
                select count(*) from (select from event_log.event
                                       where data::json #>> '{term,rule}' = 'CO-TRIAGE' and %s
                                       group by stream_id having count(*) = 1) told"""
                        .formatted(what));
    }

    private void awaitState(String state) {
        Patience.until(
                "it is " + state, LONG_ENOUGH, () -> state.equals(text("select state from deadline.law_change")));
    }

    /** Seven hours ago, so that half of a shorter term has passed already. */
    private static void tell(Worker worker) {
        var received = Instant.now().minus(7, ChronoUnit.HOURS);
        Multi.createFrom()
                .range(0, COMPLAINTS)
                .onItem()
                .transformToUni(_ -> worker.deadlines.note(received(received)))
                .merge(64)
                .collect()
                .last()
                .await()
                .atMost(LONG_ENOUGH);
    }

    private static Told received(Instant at) {
        var id = UUID.randomUUID();
        var complaint = new Complaint(id, "KG-2026-KILLED", Jurisdiction.KG, "legal-aid", new TreeSet<>());
        var fact = new Fact("received", "complaint.received", Occurred.at(at), null, at, Map.of());
        return new Told(
                new NoteFacts(complaint, "complaint.received", id, List.of(fact)),
                true,
                Cause.event(id, id, Occurred.at(at)),
                new Receipt("/intake/test/" + id, 1));
    }

    private static UUID propose(Worker worker) {
        var from = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(1);
        var rules = new Proposal.Rules(AmendedRule.of("CO-TRIAGE", "PT12H", from));
        return worker.changes
                .propose(asked("first"), rules, "house-rule-changed")
                .await()
                .atMost(LONG_ENOUGH)
                .change();
    }

    private static Asked asked(String person) {
        return new Asked(
                person, "coalition", UUID.randomUUID(), UUID.randomUUID().toString(), new byte[32]);
    }
}
