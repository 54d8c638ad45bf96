package org.aryz.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Answers with problems where the server refuses before or beside the REST resources: bodies too large, paths of nobody. */
@Singleton
public final class ServerProblems {

    private static final Logger LOG = Logger.getLogger(ServerProblems.class);
    private static final int FIRST = Integer.MIN_VALUE;

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final ObjectMapper mapper;
    private final long largestBody;

    ServerProblems(
            ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.mapper = mapper;
        this.largestBody = largestBody.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::checkLength).failureHandler(this::failed);
        for (int status : new int[] {400, 404, 405, 413}) {
            router.errorHandler(status, request -> answer(request, status));
        }
    }

    /** What fails outside the resources; the framework's own handler would show the exception. */
    private void failed(RoutingContext request) {
        int status = request.statusCode();
        if (status < 400 || status >= 500) {
            LOG.errorf("Answered 500: %s", Traces.withoutMessages(request.failure()));
            answer(request, 500);
        } else {
            answer(request, status);
        }
    }

    /** The server would hang up on a body that is too large without a word. */
    private void checkLength(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && WITH_BODY.contains(request.request().method())) {
            readBody(request);
        } else if (length != null && length.length() < 19 && Long.parseLong(length) > largestBody) {
            answerTooLarge(request);
        } else {
            request.next();
        }
    }

    /** A body that does not say how large it is: taken in here, up to the limit. */
    private void readBody(RoutingContext request) {
        Buffer body = Buffer.buffer();
        request.request()
                .handler(part -> {
                    if (body.length() + part.length() <= largestBody) {
                        body.appendBuffer(part);
                    } else {
                        request.request().handler(null).endHandler(null);
                        answerTooLarge(request);
                    }
                })
                .endHandler(_ -> {
                    ((RoutingContextInternal) request).setBody(body);
                    request.next();
                });
    }

    private void answerTooLarge(RoutingContext request) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(request, 413);
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
