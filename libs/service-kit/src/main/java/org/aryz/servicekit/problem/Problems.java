package org.aryz.servicekit.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Problems as HTTP answers, with the headers their status asks for. */
final class Problems {

    static final String RETRY_AFTER_SECONDS = "2";

    private Problems() {}

    static Response answer(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return switch (problem.status()) {
            case 401 -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
            case 429, 503 ->
                answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
            default -> answer.build();
        };
    }

    static Response answer(int status, String code, String detail) {
        return answer(Problem.of(status, code, detail));
    }
}
