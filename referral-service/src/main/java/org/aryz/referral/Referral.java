package org.aryz.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aryz.referral.ReferralCommand.RecordDecision;
import org.aryz.referral.ReferralCommand.RecordDecisionReceipt;
import org.aryz.referral.ReferralCommand.RegisterReferral;
import org.aryz.referral.ReferralCommand.SendReferral;
import org.aryz.referral.ReferralEvent.DecisionMade;
import org.aryz.referral.ReferralEvent.DecisionReceived;
import org.aryz.referral.ReferralEvent.ReferralRegistered;
import org.aryz.referral.ReferralEvent.ReferralSent;
import org.jspecify.annotations.Nullable;

/** One sending of a complaint to one authority, and what became of it. */
public sealed interface Referral {
    /** Nothing happened yet. */
    record NotSent() implements Referral {}

    /** It is with the authority; what was done there so far is beside it. */
    record Sent(ReferralSent sending, @Nullable ReferralRegistered registration, List<Decision> decisions)
            implements Referral {
        public Sent {
            decisions = List.copyOf(decisions);
        }

        public Status status() {
            if (!decisions.isEmpty()) {
                return Status.DECIDED;
            }
            return registration == null ? Status.SENT : Status.REGISTERED;
        }

        Optional<Decision> decision(DecisionId id) {
            return decisions.stream()
                    .filter(decision -> decision.id().equals(id))
                    .findFirst();
        }

        Sent with(Decision decision) {
            var all = new ArrayList<>(decisions);
            all.add(decision);
            return new Sent(sending, registration, all);
        }

        Sent received(DecisionId id, LocalDate day) {
            return new Sent(
                    sending,
                    registration,
                    decisions.stream()
                            .map(decision -> decision.id().equals(id) ? decision.receivedOn(day) : decision)
                            .toList());
        }
    }

    /** How far a referral came. */
    enum Status implements Code {
        SENT,
        REGISTERED,
        DECIDED
    }

    static Referral evolve(Referral state, ReferralEvent event) {
        return switch (event) {
            case ReferralSent sent -> new Sent(sent, null, List.of());
            case ReferralRegistered registered ->
                new Sent(sent(state).sending(), registered, sent(state).decisions());
            case DecisionMade made -> sent(state).with(made.decision());
            case DecisionReceived received -> sent(state).received(received.decision(), received.received());
        };
    }

    static List<ReferralEvent> decide(ReferralCommand command, Referral state) {
        return switch (command) {
            case SendReferral _ when state instanceof Sent -> throw new RejectedCommand(Rejection.ALREADY_SENT);
            case SendReferral send -> List.of(send(send));
            case RegisterReferral register -> List.of(register(register, sent(state)));
            case RecordDecision _ when state instanceof NotSent -> throw new RejectedCommand(Rejection.NOT_SENT);
            case RecordDecision record -> decided(record.decision());
            case RecordDecisionReceipt receipt -> List.of(receive(receipt, sent(state)));
        };
    }

    /** Consent and distance from the accused first: a referral to the wrong desk can't be called back. */
    private static ReferralSent send(SendReferral send) {
        var complaint = send.complaint();
        refuseIf(complaint.closed(), Rejection.COMPLAINT_CLOSED);
        refuseIf(send.to().jurisdiction() != complaint.jurisdiction(), Rejection.OTHER_JURISDICTION);
        var nearness = send.to().nearnessTo(complaint.allegations());
        refuseIf(nearness == Authority.Nearness.ACCUSED, Rejection.BODY_COMPLAINED_ABOUT);
        var overridden = send.override() != null;
        var near = nearness == Authority.Nearness.NEIGHBOUR;
        refuseIf(near && !overridden, Rejection.CONFLICT_OF_INTEREST);
        var consent = complaint.consent().versionFor(send.to().code()).orElse(null);
        refuseIf(consent == null && !overridden, Rejection.NO_CONSENT);
        var relied = near || consent == null ? send.override() : null;
        return new ReferralSent(complaint.id(), send.to().code(), send.channel(), send.sentAt(), consent, relied);
    }

    private static ReferralRegistered register(RegisterReferral register, Sent state) {
        refuseIf(state.registration() != null, Rejection.ALREADY_REGISTERED);
        refuseIf(register.registeredAt().isBefore(state.sending().sentAt()), Rejection.REGISTERED_BEFORE_SENT);
        return new ReferralRegistered(
                state.sending().to(), register.number(), register.registeredAt(), register.received());
    }

    private static List<ReferralEvent> decided(Decision decision) {
        return decision.received() == null
                ? List.of(new DecisionMade(decision))
                : List.of(new DecisionMade(decision), receipt(decision, decision.received()));
    }

    private static DecisionReceived receive(RecordDecisionReceipt receipt, Sent state) {
        var decision =
                state.decision(receipt.decision()).orElseThrow(() -> new RejectedCommand(Rejection.UNKNOWN_DECISION));
        refuseIf(decision.received() != null, Rejection.ALREADY_RECEIVED);
        return receipt(decision, receipt.received());
    }

    private static DecisionReceived receipt(Decision decision, LocalDate received) {
        refuseIf(received.isBefore(decision.made()), Rejection.RECEIVED_BEFORE_MADE);
        return new DecisionReceived(decision.id(), decision.kind(), decision.made(), received);
    }

    private static Sent sent(Referral state) {
        return switch (state) {
            case Sent sent -> sent;
            case NotSent _ -> throw new RejectedCommand(Rejection.NOT_SENT);
        };
    }

    private static void refuseIf(boolean condition, Rejection reason) {
        if (condition) {
            throw new RejectedCommand(reason);
        }
    }
}
