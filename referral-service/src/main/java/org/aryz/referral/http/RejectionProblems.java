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
            default -> {
                var detail = detail(reason);
                yield reason.field()
                        .map(pointer -> field(reason, pointer, detail))
                        .orElseGet(() -> Rejected.conflict(reason.code(), detail));
            }
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
            case REGISTERED_BEFORE_SENT -> "It can't be registered before it was sent";
            case RECEIVED_BEFORE_MADE -> "It can't reach us before it was made";
            case NOT_SENT, UNKNOWN_DECISION -> reason.code();
            default -> detailOfFact(reason);
        };
    }

    private static String detailOfFact(Rejection reason) {
        return switch (reason) {
            case RECEIVED_BEFORE_OCCURRED -> "It can't reach us before it happened";
            case BEFORE_WHAT_IT_FOLLOWS -> "It can't have happened before that which it follows";
            case UNKNOWN_LETTER -> "No letter of the complaint has this id";
            case UNKNOWN_REMEDY -> "No remedy of the complaint has this id";
            case UNKNOWN_REFERRAL -> "No referral of the complaint has this id";
            case UNKNOWN_DECISION_AGAINST -> "No decision about the referral has this id";
            case UNKNOWN_SUSPECT -> "No suspect of the complaint has this id; identify the suspect first";
            case UNTIL_NOT_LATER -> "An extension reaches beyond the day on which it is granted";
            case FROM_LATER -> "A qualification does not hold from a day after it was set";
            case ALREADY_DELIVERED -> "It was delivered already";
            case ALREADY_ANSWERED -> "It was answered already";
            case NO_EXAM_ORDERED -> "No examination that is still open was ordered by then";
            case ALREADY_ABSCONDED -> "The suspect had fled already by then";
            case NOT_ABSCONDED -> "The suspect had not fled by then";
            case ALREADY_QUALIFIED -> "An article is set already; record its change";
            case NOT_QUALIFIED -> "No article is set yet that could change";
            case ALREADY_EXHAUSTED -> "The final domestic decision is recorded already";
            case NOT_FILED -> "Nothing was filed with this body by then";
            case STATE_NOT_ASKED -> "This body had neither written to the state nor decided by then";
            default -> reason.code();
        };
    }
}
