package org.aryz.deadline.firing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.aryz.testplatform.TestPostgres;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FiringIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    private static TestPostgres.Database database;
    private static Vertx vertx;
    private static Pool pool;
    private static DueRows due;

    private Connection connection;

    @BeforeAll
    static void migrate() {
        database = TestPostgres.shared().newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/event-log", "db/migration")
                .load()
                .migrate();
        vertx = Vertx.vertx();
        pool = pool(database.reactiveUrl());
        due = new DueRows(pool);
    }

    private static Pool pool(String url) {
        var options = PgConnectOptions.fromUri(url).setUser(database.user()).setPassword(database.password());
        return Pool.newInstance(
                io.vertx.pgclient.PgBuilder.pool(builder -> builder.with(new PoolOptions().setMaxSize(8))
                        .connectingTo(options)
                        .using(vertx.getDelegate())));
    }

    @AfterAll
    static void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = database.connect();
        execute("delete from deadline.ladder");
        execute("set session_replication_role = replica");
        execute("truncate event_log.event");
        execute("reset session_replication_role");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void tellsEachRungOnceAndABreachBeforeItsAlert() throws SQLException {
        // given
        arm(1, "-P1D:-1 hour:false, breach:-1 minute:false, +P3D:1 day:false");
        // when
        fireAll();
        fireAll();
        // then
        assertThat(
                        text(
                                "select string_agg(type || '=' || coalesce(data::json ->> 'rung', ''), ' ' order by version) from event_log.event"))
                .isEqualTo("alert.raised=-P1D deadline.breached= alert.raised=breach");
        assertThat(text("select data::json ->> 'rule' from event_log.event order by version limit 1"))
                .isEqualTo("R");
        assertThat(number("select count(*) from deadline.due where rung = 3 and next_at > now()"))
                .isOne();
    }

    @Test
    void whatIsArmedForAnHourThatWasPassedByIsToldToo() throws SQLException {
        arm(1, "-P1D:-1 minute:false");
        fireAll();
        arm(1, "-P1D:-1 hour:false");
        fireAll();

        assertThat(number("select count(*) from event_log.event where type = 'alert.raised'"))
                .isEqualTo(2);
    }

    @Test
    void aDisarmedDeadlineSaysNothing() throws SQLException {
        arm(1, "-P1D:-1 hour:false");
        execute(
                "select deadline.arm(array[jsonb_build_object('deadline', deadline, 'complaint', complaint, 'version', 0, 'rungs', '[]'::jsonb)]) from deadline.ladder");

        fireAll();

        assertThat(number("select count(*) from event_log.event")).isZero();
    }

    @Test
    void aRungThatDecidesIsHandedToTheDecider() throws Exception {
        // given
        arm(1, "expiry:-1 minute:true");
        var handed = new CompletableFuture<UUID>();
        // when
        try (var firing = new Firing(vertx, due, complaint -> decided(handed, complaint), () -> {})) {
            firing.start();
            // then
            assertThat(handed.get(LONG_ENOUGH.toSeconds(), SECONDS))
                    .isEqualTo(UUID.fromString(text("select complaint::text from deadline.ladder")));
        }
        assertThat(number("select count(*) from event_log.event")).isZero();
    }

    @Test
    void aFailingDecisionKeepsNoOtherWaiting() throws Exception {
        // given
        arm(2, "expiry:-1 minute:true");
        var first = new CompletableFuture<UUID>();
        var second = new CompletableFuture<UUID>();
        // when
        try (var firing = new Firing(
                vertx,
                due,
                complaint -> {
                    var decided = first.complete(complaint) ? first : second;
                    decided.complete(complaint);
                    return Uni.createFrom().failure(new IllegalStateException("can't be decided"));
                },
                () -> {})) {
            firing.start();
            // then
            assertThat(second.get(LONG_ENOUGH.toSeconds(), SECONDS))
                    .isNotEqualTo(first.get(LONG_ENOUGH.toSeconds(), SECONDS));
        }
    }

    @Test
    void itIsNotAliveWhenItStandsStillAlthoughTheDatabaseAnswers() {
        var still = new FiringAlive(() -> Duration.ofSeconds(61), pool)
                .call()
                .await()
                .atMost(LONG_ENOUGH);

        assertThat(still.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(still.getData().orElseThrow()).containsKey("next");
        assertThat(new FiringAlive(() -> Duration.ofSeconds(1), pool)
                        .call()
                        .await()
                        .atMost(LONG_ENOUGH)
                        .getStatus())
                .isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void aDatabaseThatIsAwayIsNoReasonToRestart() {
        var nowhere = pool("postgresql://localhost:1/nowhere");

        var away = new FiringAlive(() -> Duration.ofSeconds(61), nowhere)
                .call()
                .await()
                .atMost(LONG_ENOUGH);

        assertThat(away.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        nowhere.closeAndAwait();
    }

    @Test
    void whatIsLateIsCounted() throws SQLException {
        arm(3, "-P1D:-1 minute:false");
        arm(2, "expiry:-1 minute:true");
        arm(4, "-P1D:1 hour:false");

        assertThat(due.overdue(Duration.ofSeconds(5)).await().atMost(LONG_ENOUGH))
                .isEqualTo(5);
    }

    @Test
    void replicasShareWhatIsDueAndNoneTellsTwice() throws SQLException {
        // given
        arm(20_000, "-P1D:-2 hours:false, breach:-1 hour:false");
        // when
        Uni.join().all(fire(), fire(), fire(), fire()).andFailFast().await().atMost(LONG_ENOUGH);
        // then
        assertThat(number("select count(*) from event_log.event where type = 'alert.raised'"))
                .isEqualTo(40_000);
        assertThat(
                        number(
                                "select count(distinct data::json ->> 'alert') from event_log.event where type = 'alert.raised'"))
                .isEqualTo(40_000);
        assertThat(
                        number(
                                "select count(*) from (select stream_id from event_log.event group by 1 having max(version) <> count(*)) torn"))
                .isZero();
        assertThat(
                        number(
                                "select count(*) from (select recorded_at < lag(recorded_at) over (order by position) as back from event_log.event) e where back"))
                .isZero();
    }

    private static Uni<Void> decided(CompletableFuture<UUID> handed, UUID complaint) {
        handed.complete(complaint);
        return Uni.createFrom().voidItem();
    }

    private static Uni<Boolean> fire() {
        return due.fireBatch().repeat().whilst(more -> more).collect().last();
    }

    private static void fireAll() {
        fire().await().atMost(LONG_ENOUGH);
    }

    /** Arms deadlines with rungs written as {@code code:offset from now:decides}. */
    private void arm(int deadlines, String rungs) throws SQLException {
        execute(
                """
                select deadline.arm(array_agg(jsonb_build_object(
                    'deadline', gen_random_uuid(), 'complaint', gen_random_uuid(), 'version', 0, 'metadata', '{}',
                    'alert', '{"team": "T"}', 'breach', '{"rule": "R"}', 'rungs', rungs)))
                  from (select jsonb_agg(jsonb_build_object(
                            'at', now() + split_part(rung, ':', 2)::interval, 'rung', trim(split_part(rung, ':', 1)),
                            'severity', 'urgent', 'audience', 'assignee', 'alert', gen_random_uuid(),
                            'decides', split_part(rung, ':', 3)::boolean) order by nth) as rungs
                          from generate_series(1, %d) n, unnest(string_to_array('%s', ',')) with ordinality as r (rung, nth)
                         group by n) ladders"""
                        .formatted(deadlines, rungs));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }
}
