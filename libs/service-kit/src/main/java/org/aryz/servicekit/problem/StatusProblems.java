package org.aryz.servicekit.problem;

/** The problems that follow from the status alone. */
final class StatusProblems {

    private static final long MEGABYTE = 1024 * 1024;

    private StatusProblems() {}

    static Problem tooLarge(long limit) {
        String most = limit >= MEGABYTE ? limit / MEGABYTE + " MB" : limit / 1024 + " KB";
        return Problem.of(413, "body-too-large", "A body has at most " + most);
    }

    static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(401, "unauthenticated", "Send a valid access token as Authorization: Bearer");
            case 403 -> Rejected.forbidden().problem();
            case 404 -> Rejected.notFound().problem();
            case 405 -> Problem.of(405, "method-not-allowed", "This method is not offered here");
            case 406 -> Problem.of(406, "not-acceptable", "The answer is application/json");
            case 413 -> Problem.of(413, "body-too-large", "The body is larger than is taken here");
            case 415 -> Problem.of(415, "unsupported-media-type", "Send the body as application/json");
            case 429 -> Problem.of(429, "too-many-requests", "Send fewer requests");
            case 503 -> Rejected.unavailable().problem();
            default ->
                status < 500
                        ? Problem.of(status, "bad-request", "The request cannot be understood")
                        : Problem.of(status, "internal-error", "Something went wrong here; it has been recorded");
        };
    }
}
