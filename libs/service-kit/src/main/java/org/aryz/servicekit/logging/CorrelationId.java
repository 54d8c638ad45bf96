package org.aryz.servicekit.logging;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives each request the id that ties its logs, its answer and its events together; takes the sender's if it is a UUID. */
@Singleton
public final class CorrelationId {

    public static final String HEADER = "X-Correlation-Id";

    private static final String KEY = "correlationId";
    private static final int PRIORITY = 1000;

    void register(@Observes Filters filters) {
        filters.register(CorrelationId::tag, PRIORITY);
    }

    /** The id of the request that is being worked on, or a new one where there is none. */
    public static UUID current() {
        return MDC.get(KEY) instanceof String id ? UUID.fromString(id) : UUID.randomUUID();
    }

    private static void tag(RoutingContext request) {
        String id = parse(request.request().getHeader(HEADER))
                .orElseGet(UUID::randomUUID)
                .toString();
        MDC.put(KEY, id);
        request.response().putHeader(HEADER, id);
        request.next();
    }

    private static Optional<UUID> parse(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
