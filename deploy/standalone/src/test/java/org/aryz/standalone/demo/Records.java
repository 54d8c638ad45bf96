package org.aryz.standalone.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aryz.standalone.Port;
import org.aryz.standalone.Settings;

/** What the services recorded, read from their databases. */
public final class Records {

    private static final List<String> SERVICES = List.of("intake", "referral", "deadline", "notification");

    private final Settings settings;

    public Records(Settings settings) {
        this.settings = settings;
    }

    /** Events that say the same about the same thing twice; who reads twice is on record twice. */
    public List<String> doubles() throws Exception {
        var doubles = new ArrayList<String>();
        for (var service : SERVICES) {
            doubles.addAll(
                    texts(
                            service,
                            "select type || ' ' || data from event_log.event"
                                    + " where type <> 'personal-data.read' group by stream_id, type, data having count(*) > 1"));
        }
        return doubles;
    }

    public int count(String service, String type) throws Exception {
        return texts(service, "select data from event_log.event where type = '" + type + "'")
                .size();
    }

    /** How many complaints the demo files hand in. */
    public static int complaintsOfTheDemo() {
        return Scenario.all().size();
    }

    /** How many steps of the demo files do this and are not refused. */
    public static int stepsOfTheDemo(String action) {
        return (int) Scenario.all().stream()
                .flatMap(scenario -> scenario.steps().stream())
                .filter(step -> step.action() == Action.of(action) && step.refused() == null)
                .count();
    }

    /** The first column of what a query finds. */
    public List<String> texts(String service, String query) throws Exception {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + settings.port(Port.POSTGRESQL) + "/" + service,
                        service,
                        password());
                var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError("the records of " + service + " cannot be read", e);
        }
        return found;
    }

    private String password() throws Exception {
        return Files.readString(Path.of(settings.home().toString(), "secrets", "database-password"));
    }
}
