package org.aryz.referral.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.referral.application.Request;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.json.RequestBody;
import org.aryz.servicekit.logging.CorrelationId;
import org.aryz.servicekit.security.CurrentCaller;

/** Reads out of an HTTP request who asks, and what makes it the same request when it comes again. */
@ApplicationScoped
public class Requests {
    private final CurrentCaller caller;
    private final Sealer sealer;

    public Requests(CurrentCaller caller, Sealer sealer) {
        this.caller = caller;
        this.sealer = sealer;
    }

    Request read(ContainerRequestContext http) {
        var key = IdempotencyKey.required(http.getHeaderString(IdempotencyKey.HEADER));
        return new Request(caller.get(), CorrelationId.current(), key, sealer.keyedHash(content(http)));
    }

    /** Keyed, as a body may hold what must not be guessed from a hash. */
    private static byte[] content(ContainerRequestContext http) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(
                (http.getMethod() + " " + http.getUriInfo().getPath() + "\n").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(RequestBody.bytes(http));
        return content.toByteArray();
    }
}
