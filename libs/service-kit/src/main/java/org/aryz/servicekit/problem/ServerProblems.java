package org.aryz.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers with problems where the server refuses before or beside the REST resources: bodies too large, paths of nobody. */
@Singleton
public final class ServerProblems {

    private static final int FIRST = Integer.MIN_VALUE;

    private final ObjectMapper mapper;
    private final long largestBody;

    ServerProblems(
            ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.mapper = mapper;
        this.largestBody = largestBody.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::checkLength);
        for (int status : new int[] {400, 404, 405, 413}) {
            router.errorHandler(status, request -> answer(request, status));
        }
    }

    /** The server would hang up on a body that announces to be too large without a word. */
    private void checkLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() < 19 && Long.parseLong(length) > largestBody) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            answer(request, 413);
        } else {
            request.next();
        }
    }

    private void answer(RoutingContext request, int status) {
        if (request.response().ended()) {
            return;
        }
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(json(StatusProblems.of(status)));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
