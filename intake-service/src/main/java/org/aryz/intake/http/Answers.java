package org.aryz.intake.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.aryz.intake.application.Done;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** How commands that were done are answered. */
final class Answers {
    private Answers() {}

    static <T> T body(@Nullable T given) {
        if (given == null) {
            throw Rejected.badRequest("bad-body", "A JSON object is expected");
        }
        return given;
    }

    static Response created(Done done) {
        var response = Response.status(Response.Status.CREATED);
        return answer(
                response.header(
                        HttpHeaders.LOCATION, "/complaints/" + done.answer().id()),
                done);
    }

    static Response recorded(Done done) {
        return answer(Response.status(Response.Status.CREATED), done);
    }

    static Response changed(Done done) {
        return answer(Response.ok(), done);
    }

    private static Response answer(Response.ResponseBuilder response, Done done) {
        response.header(HttpHeaders.ETAG, Versions.etag(done.answer().version()))
                .entity(done.json());
        if (done.replayed()) {
            response.header(IdempotencyKey.REPLAYED, true);
        }
        return response.build();
    }
}
