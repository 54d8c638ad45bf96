package org.aryz.standalone.part;

import static org.aryz.standalone.Port.POSTGRESQL;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.aryz.eventlog.seal.KeyFile;
import org.aryz.standalone.Settings;
import org.aryz.standalone.StackFailure;

/** The key-encryption keys that all services of the stack share, and how much of what they wrap waits for the newest. */
public final class StackKeys {
    private static final String WRAPPED_BY_OLDER =
            "select count(*) from sealing.unit_key where encode(substring(wrapped_key from 2 for 4), 'hex') <> ?";

    private final Settings settings;
    private final Secrets secrets;
    private final KeyFile keys;

    StackKeys(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
        this.keys = new KeyFile(secrets.keyFile());
    }

    public Path file() {
        return keys.path();
    }

    /** Adds a key, unless a rotation that was begun is not over yet; tells whether it did. */
    public boolean begin() {
        var isNew = keys.read().isSingle();
        if (isNew) {
            keys.add();
        }
        return isNew;
    }

    /** Takes the older keys out of the file. */
    public void end() {
        keys.retireOlder();
    }

    /** By service. */
    public Map<String, Long> wrappedByOlder() {
        var newest = keys.read().newestId();
        var left = new TreeMap<String, Long>();
        for (var service : Parts.SERVICES) {
            left.put(service, wrappedByOlder(service, newest));
        }
        return left;
    }

    private long wrappedByOlder(String service, String newest) {
        var url = "jdbc:postgresql://localhost:" + settings.port(POSTGRESQL) + "/" + service;
        try (var connection = DriverManager.getConnection(url, service, secrets.databasePassword());
                var query = connection.prepareStatement(WRAPPED_BY_OLDER)) {
            query.setString(1, newest);
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new StackFailure("The database of " + service + " does not answer; is the stack up?", e);
        }
    }
}
