package org.aryz.standalone.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aryz.standalone.Settings;
import org.aryz.standalone.StackFailure;
import org.aryz.standalone.part.Stores;

/** The databases of the services, read over a connection each that can do nothing else. */
final class Databases implements AutoCloseable {

    private final Map<String, Connection> connections;

    Databases(Settings settings) {
        var stores = new Stores(settings);
        connections = Stores.services().stream().collect(Collectors.toMap(service -> service, stores::connect));
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String service, String sql, Reader<T> reader, Object... parameters) {
        try (var query = of(service).prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery()) {
                var read = new ArrayList<T>();
                while (rows.next()) {
                    read.add(reader.read(rows));
                }
                return read;
            }
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    private Connection of(String service) {
        return Objects.requireNonNull(connections.get(service), service);
    }

    long number(String service, String sql, Object... parameters) {
        return rows(service, sql, row -> row.getLong(1), parameters).getFirst();
    }

    @Override
    public void close() {
        try {
            for (var connection : connections.values()) {
                connection.close();
            }
        } catch (SQLException e) {
            throw silent(e);
        }
    }

    private static StackFailure silent(SQLException e) {
        return new StackFailure("A database of the stack does not answer; is it up?", e);
    }
}
