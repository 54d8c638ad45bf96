package org.aryz.testplatform;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The PostgreSQL server of this JVM's tests. Every test takes a database of its own from it. */
public final class TestPostgres {

    private final Server server;

    private TestPostgres(Server server) {
        this.server = server;
    }

    /** The one server of this JVM, started by the first who asks. */
    public static TestPostgres shared() {
        return new TestPostgres(Server.parse(Setting.sharedByTheJvm("aryz.test.postgres.taken", () -> {
            Server taken = Server.take(
                    Setting.of("aryz.test.postgres.url"),
                    DockerServer.POSTGRES,
                    DockerServer::postgres,
                    EmbeddedPostgresServer::fresh);
            new TestPostgres(taken).awaitAnswer();
            return taken.format();
        })));
    }

    /** Another server than the one that all share. */
    static TestPostgres on(Server server) {
        return new TestPostgres(server);
    }

    /** A fresh, empty database. */
    public Database newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        asSuperuser("create database " + name);
        URI at = URI.create(server.address().substring("jdbc:".length()));
        Map<String, String> login = Arrays.stream(at.getQuery().split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new Database(
                at.getHost(),
                at.getPort(),
                name,
                login.getOrDefault("user", "postgres"),
                login.getOrDefault("password", ""));
    }

    /**
     * A fresh, empty database with roles as in production: one that owns it and migrates, and that of the service, which may
     * read and write what the owner makes.
     */
    public Roles newServiceDatabase() {
        Database database = newDatabase();
        Roles roles = new Roles(database, database.name() + "_owner", database.name());
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (String sql : roles.statements()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return roles;
    }

    /** A database and who works in it. */
    public record Roles(Database database, String owner, String service) {

        private static final String PASSWORD = "password";

        /** The password of both roles. */
        public String password() {
            return PASSWORD;
        }

        private String[] statements() {
            return """
                    create role $owner login password '$password';
                    create role $service login password '$password';
                    alter database $database owner to $owner;
                    alter default privileges for role $owner grant usage on schemas to $service;
                    alter default privileges for role $owner grant select, insert, update, delete on tables to $service;
                    alter default privileges for role $owner grant usage on sequences to $service"""
                    .replace("$owner", owner)
                    .replace("$service", service)
                    .replace("$database", database.name())
                    .replace("$password", PASSWORD)
                    .split(";", -1);
        }
    }

    /** Brings what is only in memory yet into the server's files. */
    public void checkpoint() {
        asSuperuser("checkpoint");
    }

    private void asSuperuser(String sql) {
        try (var connection = DriverManager.getConnection(server.address());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the server keeps its files, if it runs on this machine as a child of this JVM. */
    public Optional<Path> dataDirectory() {
        return server.dataDirectory();
    }

    /** Cuts the server off at once, as a crash does: no checkpoint, open connections break. */
    public void stop() {
        server.stop();
    }

    /** Brings the server back on the same port with its data, and returns when it answers. */
    public void start() {
        server.start();
        awaitAnswer();
    }

    private void awaitAnswer() {
        Patience.until("PostgreSQL answers", Duration.ofSeconds(60), () -> {
            try (Connection connection = DriverManager.getConnection(server.address())) {
                return connection.isValid(5);
            } catch (SQLException e) {
                return false;
            }
        });
    }

    /** A database of one test and the ways to it. */
    public record Database(String host, int port, String name, String user, String password) {

        public String jdbcUrl() {
            return "jdbc:" + reactiveUrl();
        }

        public String reactiveUrl() {
            return "postgresql://" + host + ":" + port + "/" + name;
        }

        /** A new connection as the superuser of the tests. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl(), user, password);
        }

        /** Copies the files of the database as they are now; whoever is connected is cut off for that moment. */
        public Backup backUp() {
            var copy = name + "_backup";
            elsewhere(
                    "alter database " + name + " allow_connections false",
                    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name + "'",
                    "create database " + copy + " template " + name,
                    "alter database " + name + " allow_connections true");
            return new Backup(this, copy);
        }

        private void elsewhere(String... statements) {
            try (var connection = DriverManager.getConnection(jdbcUrl().replace(name, "postgres"), user, password);
                    var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A database as it once was. */
    public record Backup(Database of, String name) {

        /** Puts it in the place of the database, whoever is connected to that; can be done once. */
        public void bringBack() {
            of.elsewhere(
                    "alter database " + of.name() + " allow_connections false",
                    "drop database " + of.name() + " with (force)",
                    "alter database " + name + " rename to " + of.name());
        }
    }
}
