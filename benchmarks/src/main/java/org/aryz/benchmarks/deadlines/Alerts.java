package org.aryz.benchmarks.deadlines;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.aryz.benchmarks.Store;

/** What the handlers of peers write: the row of an alert as firing writes it, but without a chain. */
final class Alerts {
    private static final String TABLE =
            """
            create table public.alert (like event_log.event including defaults including generated including identity
                                                            including indexes)""";
    private static final String WRITE =
            """
            insert into public.alert (event_id, stream_id, version, type, schema_version, data, metadata, occurred_at,
                                      recorded_at, hash)
            values (uuidv7(), ?, 1, 'alert.raised', 1, ?, ?, ?, clock_timestamp(), sha256(uuid_send(uuidv7())))""";
    private static final String DATA =
            "{\"term\": {\"rule\": \"KG-INV-60D\"}, \"rung\": \"-P14D\", \"said\": \"%s\"}".formatted("x".repeat(600));
    private static final String METADATA = "{\"organisation\": \"%s\"}".formatted("x".repeat(300));

    private final DataSource connections;

    Alerts(DataSource connections) {
        this.connections = connections;
    }

    static void createTable(Store store) throws SQLException {
        store.execute(TABLE);
    }

    static HikariDataSource connections(Store store, int most) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(store.database().jdbcUrl());
        settings.setUsername(store.database().user());
        settings.setPassword(store.database().password());
        settings.setMaximumPoolSize(most);
        return new HikariDataSource(settings);
    }

    void write(Instant due) {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(WRITE)) {
            statement.setObject(1, UUID.randomUUID());
            statement.setString(2, DATA);
            statement.setString(3, METADATA);
            statement.setObject(4, due.atOffset(ZoneOffset.UTC));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many there are. */
    static int written(Store store) {
        return Integer.parseInt(store.value("select count(*) from public.alert"));
    }
}
