package org.aryz.servicekit.problem;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.aryz.eventlog.LogUnavailable;
import org.aryz.eventlog.kafka.KafkaUnavailable;

/** Tells a dependency that is away or overloaded from a fault of our own. */
public final class Unavailability {

    /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention. */
    private static final Set<String> AWAY = Set.of("08", "53", "57");

    private Unavailability() {}

    /** Whether this was caused by something that may work when tried again. */
    public static boolean isBehind(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (isAway(each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(Throwable thrown) {
        return switch (thrown) {
            case PgException database ->
                database.getSqlState() != null
                        && AWAY.contains(database.getSqlState().substring(0, 2));
            case ClosedConnectionException _, IOException _, TimeoutException _, SQLTransientException _ -> true;
            case LogUnavailable _, KafkaUnavailable _ -> true;
            case io.smallrye.mutiny.TimeoutException _, RetriableException _ -> true;
            // The pool of the reactive client gives its time-out and its full queue no class of their own.
            case VertxException vertx -> speaksOfConnection(vertx);
            default -> thrown.getClass().getName().endsWith("ConnectionPoolTooBusyException");
        };
    }

    private static boolean speaksOfConnection(VertxException thrown) {
        String message = thrown.getMessage();
        return message != null && (message.contains("onnection") || message.startsWith("Timeout"));
    }
}
