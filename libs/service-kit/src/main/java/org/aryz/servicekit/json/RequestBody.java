package org.aryz.servicekit.json;

import jakarta.ws.rs.container.ContainerRequestContext;

/** The bytes of the body as they came, for fingerprints of a request. */
public final class RequestBody {

    static final String PROPERTY = "org.aryz.body";

    private static final byte[] NONE = {};

    private RequestBody() {}

    public static byte[] bytes(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof byte[] body ? body : NONE;
    }
}
