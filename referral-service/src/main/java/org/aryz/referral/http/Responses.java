package org.aryz.referral.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.aryz.referral.application.Done;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers to changes: the same status and headers the first time and every other time. */
final class Responses {
    private Responses() {}

    static <T> RestResponse<T> created(Done done, String location, T body) {
        return with(done, ResponseBuilder.<T>created(URI.create(location)).entity(body));
    }

    static <T> RestResponse<T> recorded(Done done, T body) {
        return with(done, ResponseBuilder.create(RestResponse.Status.CREATED, body));
    }

    static <T> RestResponse<T> ok(Done done, T body) {
        return with(done, ResponseBuilder.ok(body));
    }

    private static <T> RestResponse<T> with(Done done, ResponseBuilder<T> response) {
        response.header(HttpHeaders.ETAG, Versions.etag(done.answer().version()));
        if (done.replayed()) {
            response.header(IdempotencyKey.REPLAYED, "true");
        }
        return response.build();
    }
}
