package org.aryz.eventlog;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RightsIT {
    private static final List<String> REWRITING = List.of(
            "update event_log.event set data = '{}'",
            "delete from event_log.event",
            "truncate event_log.event",
            "delete from event_log.checkpoint",
            "update event_log.checkpoint set note = ''");

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        database.newLog().append(append(newStream(), 0, 2)).await().indefinitely();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theServiceMayNotRewriteHistory() {
        REWRITING.forEach(
                sql -> assertThatThrownBy(() -> database.sql(sql)).as(sql).hasMessageContaining("permission denied"));
    }

    @Test
    void theServiceOwnsNothingAndMayNotSwitchOffTheFence() {
        assertThat(database.number("select count(*) from pg_class c join pg_namespace n on n.oid = relnamespace"
                        + " where nspname in ('event_log', 'sealing') and relowner = current_user::regrole"))
                .isZero();
        assertThatThrownBy(() -> database.sql("alter table event_log.event disable trigger insert_only"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> database.sql("set session_replication_role = replica"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void whoHasEveryRightMeetsTheTrigger() throws SQLException {
        try (var connection = database.connectAsSuperuser();
                var statement = connection.createStatement()) {
            REWRITING.forEach(sql -> assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .hasMessageContaining("never changed or deleted"));
        }
        assertThat(database.number("select count(*) from event_log.event")).isEqualTo(2);
    }
}
