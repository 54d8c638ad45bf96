package org.aryz.servicekit.problem;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what is thrown on the way of a request into a problem document; nothing of the exception itself gets out. */
public final class HttpProblems {

    private static final Logger LOG = Logger.getLogger(HttpProblems.class);

    @ServerExceptionMapper
    Response rejected(Rejected rejected) {
        return Problems.answer(rejected.problem());
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return byStatus(404);
    }

    @ServerExceptionMapper
    Response unauthenticated(UnauthorizedException e) {
        return byStatus(401);
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException e) {
        return Unavailability.isBehind(e) ? byStatus(503) : byStatus(401);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return byStatus(403);
    }

    /** What the framework refuses: by the cause where it is about the body, else by its status. */
    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException json) {
            return Problems.answer(JsonProblems.of(json));
        }
        int status = e.getResponse().getStatus();
        return status < 500 ? byStatus(status) : unexpected(e);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        if (Unavailability.isBehind(e)) {
            LOG.warnf("Answered 503: %s", Traces.kinds(e));
            return byStatus(503);
        }
        LOG.errorf("Answered 500: %s", Traces.withoutMessages(e));
        return byStatus(500);
    }

    private static Response byStatus(int status) {
        return Problems.answer(StatusProblems.of(status));
    }
}
