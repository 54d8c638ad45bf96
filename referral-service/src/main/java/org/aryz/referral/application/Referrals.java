package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.referral.Authorities;
import org.aryz.referral.Authority;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.Channel;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Decision;
import org.aryz.referral.DecisionId;
import org.aryz.referral.KnownComplaint;
import org.aryz.referral.OverrideReason;
import org.aryz.referral.Referral;
import org.aryz.referral.ReferralCommand;
import org.aryz.referral.ReferralCommand.RecordDecision;
import org.aryz.referral.ReferralCommand.RecordDecisionReceipt;
import org.aryz.referral.ReferralCommand.RegisterReferral;
import org.aryz.referral.ReferralCommand.SendReferral;
import org.aryz.referral.ReferralEvent;
import org.aryz.referral.ReferralId;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.time.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** What people record of referrals. */
@ApplicationScoped
public class Referrals {
    private static final String COORDINATOR = "coordinator";

    private final Decider<ReferralCommand, ReferralEvent, Referral> decider;
    private final ComplaintsHeardOf complaints;
    private final Authorities authorities;
    private final ReferralOverviews overviews;
    private final Sealer sealer;
    private final DatabaseClock clock;

    public Referrals(
            EventLog log,
            StoredForm<ReferralEvent> form,
            ComplaintsHeardOf complaints,
            Authorities authorities,
            ReferralOverviews overviews,
            Sealer sealer,
            DatabaseClock clock) {
        this.decider =
                new Decider<>(log, form, new Model<>(new Referral.NotSent(), Referral::decide, Referral::evolve));
        this.complaints = complaints;
        this.authorities = authorities;
        this.overviews = overviews;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A complaint goes to an authority. */
    public record Sending(
            AuthorityCode authority, Channel channel, OffsetDateTime sentAt, @Nullable OverrideReason override) {}

    /** The authority gave a number. */
    public record Registration(String number, OffsetDateTime registeredAt, @Nullable LocalDate received) {}

    public Uni<Done> send(Request request, ComplaintId id, Sending sending) {
        return decider.once(request, () -> complaints.seenByCaller(id).flatMap(complaint -> {
            if (sending.override() != null && !request.caller().is(COORDINATOR)) {
                throw Rejected.forbidden();
            }
            var command = new SendReferral(
                    complaint, authority(sending), sending.channel(), sending.sentAt(), sending.override());
            var change = Change.of(complaint, StreamId.of(UuidV7.next()), (ReferralCommand) command);
            return append(request, change, now -> now.check("/sentAt", sending.sentAt()));
        }));
    }

    public Uni<Done> register(Request request, ReferralId id, long expected, Registration registration) {
        return change(request, id, (complaint, stream) -> {
            var number =
                    sealer.seal("registration-number", registration.number().getBytes(StandardCharsets.UTF_8));
            var command = new RegisterReferral(number.id(), registration.registeredAt(), registration.received());
            var change = Change.of(complaint, stream, (ReferralCommand) command)
                    .on(expected)
                    .sealing(number);
            return append(request, change, now -> now.check("/registeredAt", registration.registeredAt())
                    .check("/received", registration.received()));
        });
    }

    public Uni<Done> recordDecision(Request request, ReferralId id, Decision decision) {
        return change(request, id, (complaint, stream) -> {
            var change = Change.of(complaint, stream, (ReferralCommand) new RecordDecision(decision))
                    .answeredWith(decision.id().value());
            return append(request, change, now -> now.check("/made", decision.made())
                    .check("/received", decision.received()));
        });
    }

    public Uni<Done> recordReceipt(Request request, ReferralId id, DecisionId decision, LocalDate received) {
        return change(request, id, (complaint, stream) -> {
            var change = Change.of(complaint, stream, (ReferralCommand) new RecordDecisionReceipt(decision, received))
                    .answeredWith(decision.value());
            return append(request, change, now -> now.check("/received", received));
        });
    }

    private Authority authority(Sending sending) {
        return authorities
                .find(sending.authority())
                .orElseThrow(() -> Rejected.badRequest(
                        "unknown-authority",
                        "The directory of authorities has no such code",
                        FieldError.at("/authority", "unknown-code", "See GET /authorities")));
    }

    private Uni<Done> change(Request request, ReferralId id, BiFunction<KnownComplaint, StreamId, Uni<Done>> change) {
        var stream = StreamId.of(id.value());
        return decider.once(request, () -> complaint(stream).flatMap(complaint -> change.apply(complaint, stream)));
    }

    private Uni<KnownComplaint> complaint(StreamId stream) {
        return decider.state(stream).flatMap(state -> switch (state) {
            case Referral.Sent sent -> complaints.seenByCaller(sent.sending().complaint());
            case Referral.NotSent _ -> throw Rejected.notFound();
        });
    }

    private Uni<Done> append(Request request, Change<ReferralCommand> change, Consumer<NotInFuture> check) {
        return clock.now().flatMap(now -> {
            check.accept(new NotInFuture(now, change.complaint().jurisdiction().zone()));
            return decider.append(request, change, (state, version) -> rows(change, state, version));
        });
    }

    private List<InlineRow> rows(Change<ReferralCommand> change, Referral state, long version) {
        return switch (state) {
            case Referral.Sent sent ->
                List.of(overviews.row(ReferralOverview.of(
                        new ReferralId(change.stream().value()),
                        change.complaint().reference(),
                        version,
                        sent)));
            case Referral.NotSent _ -> List.of();
        };
    }
}
