package org.aryz.servicekit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jboss.logging.Logger;

/** Answers with problems where the server refuses before or beside the REST resources: bodies too large, paths of nobody. */
@Singleton
public final class ServerProblems {

    private static final Logger LOG = Logger.getLogger(ServerProblems.class);
    private static final int FIRST = Integer.MIN_VALUE;

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final ObjectMapper mapper;
    private final BodyLimits limits;

    ServerProblems(ObjectMapper mapper, BodyLimits limits) {
        this.mapper = mapper;
        this.limits = limits;
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
        long limit = limits.of(request.normalizedPath());
        if (length == null && WITH_BODY.contains(request.request().method())) {
            readBody(request, limit);
        } else if (length != null && length.length() < 19 && Long.parseLong(length) > limit) {
            answerTooLarge(request, limit);
        } else {
            request.next();
        }
    }

    /** A body that does not say how large it is: taken in here, up to the limit. */
    private void readBody(RoutingContext request, long limit) {
        Buffer body = Buffer.buffer();
        request.request()
                .handler(part -> {
                    if (body.length() + part.length() <= limit) {
                        body.appendBuffer(part);
                    } else {
                        request.request().handler(null).endHandler(null);
                        answerTooLarge(request, limit);
                    }
                })
                .endHandler(_ -> {
                    ((RoutingContextInternal) request).setBody(body);
                    request.next();
                });
    }

    private void answerTooLarge(RoutingContext request, long limit) {
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(request, StatusProblems.tooLarge(limit));
    }

    private void answer(RoutingContext request, int status) {
        answer(
                request,
                status == 413
                        ? StatusProblems.tooLarge(limits.of(request.normalizedPath()))
                        : StatusProblems.of(status));
    }

    private void answer(RoutingContext request, Problem problem) {
        if (request.response().ended()) {
            return;
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(json(problem));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
