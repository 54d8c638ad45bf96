package org.aryz.standalone.part;

import static org.aryz.standalone.Port.POSTGRESQL;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.aryz.eventlog.chain.NoteKey;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.standalone.Settings;
import org.aryz.standalone.StackFailure;

/** How the databases of the embedded stack are read: by the roles that can do nothing else. */
public final class Stores {

    private final Settings settings;
    private final Secrets secrets;

    public Stores(Settings settings) {
        this.settings = settings;
        this.secrets = new Secrets(settings.home());
    }

    /** The services whose history can be verified. */
    public static List<String> services() {
        return Parts.SERVICES;
    }

    public String url(String service) {
        return "jdbc:postgresql://localhost:" + settings.port(POSTGRESQL) + "/" + service + "?connectTimeout=5";
    }

    public Properties login(String service) {
        var login = new Properties();
        login.setProperty("user", Postgres.readerOf(service));
        login.setProperty("password", secrets.databasePassword());
        return login;
    }

    /** A connection that can only read. */
    public Connection connect(String service) {
        try {
            return DriverManager.getConnection(url(service), login(service));
        } catch (SQLException e) {
            throw new StackFailure("The database of " + service + " does not answer; is the stack up?", e);
        }
    }

    public NoteKey key(String service) {
        return NoteSigner.withKeyFile(service, secrets.checkpointKeyFile(service))
                .publicKey();
    }
}
