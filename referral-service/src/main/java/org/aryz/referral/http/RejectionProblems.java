package org.aryz.referral.http;

import jakarta.ws.rs.core.Response;
import org.aryz.referral.RejectedCommand;
import org.aryz.referral.Rejection;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Problem;
import org.aryz.servicekit.problem.Rejected;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says why the model refused a command, in words a person can act on. */
public final class RejectionProblems {

    @ServerExceptionMapper
    Response rejected(RejectedCommand command) {
        var problem = rejected(command.reason()).problem();
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static Rejected rejected(Rejection reason) {
        return switch (reason) {
            case UNKNOWN_DECISION, NOT_SENT -> Rejected.notFound();
            case REGISTERED_BEFORE_SENT -> field(reason, "/registeredAt", "It can't be registered before it was sent");
            case RECEIVED_BEFORE_MADE -> field(reason, "/received", "It can't reach us before it was made");
            default -> Rejected.conflict(reason.code(), detail(reason));
        };
    }

    private static Rejected field(Rejection reason, String pointer, String detail) {
        return Rejected.unprocessable(reason.code(), detail, FieldError.at(pointer, reason.code(), detail));
    }

    private static String detail(Rejection reason) {
        return switch (reason) {
            case NO_CONSENT ->
                "There is no consent to refer it to this authority; a coordinator may override, with a reason";
            case CONFLICT_OF_INTEREST ->
                "This is the local prosecutor of a region complained about; take the central unit or another region";
            case BODY_COMPLAINED_ABOUT -> "This is the very body complained about; nobody may override that";
            case OTHER_JURISDICTION -> "This authority belongs to another country than the complaint";
            case COMPLAINT_CLOSED -> "The complaint is closed";
            case ALREADY_SENT -> "It was sent already";
            case ALREADY_REGISTERED -> "It has a registration already";
            case ALREADY_RECEIVED -> "That this decision was received is recorded already";
            case JUDGMENT_ALREADY_IN_FORCE -> "A judgment about the same is in force already";
            case NOT_SENT, UNKNOWN_DECISION, REGISTERED_BEFORE_SENT, RECEIVED_BEFORE_MADE -> reason.code();
        };
    }
}
