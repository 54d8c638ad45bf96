package org.aryz.servicekit.problem;

import java.util.List;

/** A request that is refused for a reason its sender can act on. */
public final class Rejected extends RuntimeException {

    private final transient Problem problem;

    public Rejected(Problem problem) {
        // Refusing is ordinary work: no stack trace is taken.
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    /** The body was understood but cannot be accepted (422). */
    public static Rejected unprocessable(String code, String detail, FieldError... errors) {
        return new Rejected(Problem.of(422, code, detail, List.of(errors)));
    }

    /** The request cannot be understood (400). */
    public static Rejected badRequest(String code, String detail, FieldError... errors) {
        return new Rejected(Problem.of(400, code, detail, List.of(errors)));
    }

    /** The state of the thing does not allow it (409). */
    public static Rejected conflict(String code, String detail) {
        return new Rejected(Problem.of(409, code, detail));
    }

    /** There is no such thing, or none that this caller may know of (404). */
    public static Rejected notFound() {
        return new Rejected(Problem.of(404, "not-found", "There is nothing here for you"));
    }

    /** This caller may not do this (403). */
    public static Rejected forbidden() {
        return new Rejected(Problem.of(403, "forbidden", "Your role does not allow this operation"));
    }

    /** The version to write on is not given (428). */
    public static Rejected versionRequired() {
        return new Rejected(Problem.of(428, "if-match-required", "Send If-Match with the ETag that you read"));
    }

    /** Somebody else has written since the version was read (412). */
    public static Rejected stale() {
        return new Rejected(Problem.of(412, "stale", "It has changed since you read it; read it again"));
    }

    /** What is needed is away or overloaded for the moment (503); the same request may be sent again. */
    public static Rejected unavailable() {
        return new Rejected(
                Problem.of(503, "unavailable", "The service cannot do this now; send the same request again later"));
    }

    public Problem problem() {
        return problem;
    }
}
