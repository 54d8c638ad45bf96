package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.referral.Authorities;
import org.aryz.referral.Authority;
import org.aryz.referral.Authority.Nearness;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Decision;
import org.aryz.referral.KnownComplaint;
import org.aryz.referral.proceedings.Fact;
import org.aryz.referral.proceedings.Fact.LetterAnswered;
import org.aryz.referral.proceedings.Fact.LetterRegistered;
import org.aryz.referral.proceedings.Fact.ReferralForwarded;
import org.aryz.referral.proceedings.KnownReferral;
import org.aryz.referral.proceedings.Proceedings;
import org.aryz.referral.proceedings.ProceedingsCommand;
import org.aryz.referral.proceedings.ProceedingsCommand.RecordFact;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.time.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** Facts that people record of the proceedings of a complaint. */
@ApplicationScoped
public class Facts {
    private final Decider<ProceedingsCommand, ProceedingsEvent, Proceedings> decider;
    private final ComplaintsHeardOf complaints;
    private final ReferralOverviews referrals;
    private final Authorities authorities;
    private final Sealer sealer;
    private final DatabaseClock clock;

    public Facts(
            EventLog log,
            StoredForm<ProceedingsEvent> form,
            ComplaintsHeardOf complaints,
            ReferralOverviews referrals,
            Authorities authorities,
            Sealer sealer,
            DatabaseClock clock) {
        this.decider =
                new Decider<>(log, form, new Model<>(Proceedings.none(), Proceedings::decide, Proceedings::evolve));
        this.complaints = complaints;
        this.referrals = referrals;
        this.authorities = authorities;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A fact with its days; {@code note} is what people write about it. */
    public record Telling(Fact fact, LocalDate occurredAt, @Nullable LocalDate receivedAt, @Nullable String note) {}

    /** Answered with the id of what the fact begins, else with that of the complaint. */
    public Uni<Done> record(Request request, ComplaintId id, Telling telling) {
        return decider.once(request, () -> complaints.seenByCaller(id).flatMap(complaint -> {
            var near = authority(telling.fact())
                    .map(this::known)
                    .filter(named -> named.nearnessTo(complaint.allegations()) != Nearness.APART);
            return referrals.of(id).flatMap(sent -> clock.now().flatMap(now -> {
                var surroundings = new Surroundings(complaint, sent, near.isPresent(), now);
                return decider.append(request, change(surroundings, telling), (_, _) -> List.of());
            }));
        }));
    }

    /** What is known of the complaint by now. */
    private record Surroundings(
            KnownComplaint complaint, List<ReferralOverview> sent, boolean nearTheAccused, Instant now) {
        ZoneId zone() {
            return complaint.jurisdiction().zone();
        }

        List<KnownReferral> referrals() {
            return sent.stream().map(this::known).toList();
        }

        private KnownReferral known(ReferralOverview referral) {
            return new KnownReferral(
                    referral.id().value(),
                    referral.authority(),
                    LocalDate.ofInstant(referral.sentAt(), zone()),
                    referral.decisions().stream()
                            .collect(Collectors.toMap(each -> each.id().value(), Decision::made)));
        }
    }

    private Change<ProceedingsCommand> change(Surroundings known, Telling telling) {
        var complaint = known.complaint();
        new NotInFuture(known.now(), known.zone())
                .check("/occurredAt", telling.occurredAt())
                .check("/receivedAt", telling.receivedAt());
        var begun = UuidV7.next();
        var note = Optional.ofNullable(telling.note()).map(this::sealed);
        var command = new RecordFact(
                complaint.id(),
                telling.fact(),
                telling.occurredAt(),
                telling.receivedAt(),
                begun,
                note.map(SealedUnit::id).orElse(null),
                known.referrals(),
                known.nearTheAccused());
        var stream = StreamId.of(Proceedings.of(complaint.id()));
        var change = Change.of(complaint, stream, (ProceedingsCommand) command)
                .answeredWith(telling.fact().begins() ? begun : complaint.id().value());
        return note.map(change::sealing).orElse(change);
    }

    private SealedUnit sealed(String note) {
        return sealer.seal("note", note.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<AuthorityCode> authority(Fact fact) {
        return switch (fact) {
            case LetterRegistered registered -> Optional.of(registered.authority());
            case ReferralForwarded forwarded -> Optional.of(forwarded.authority());
            case LetterAnswered answered -> Optional.ofNullable(answered.authority());
            default -> Optional.empty();
        };
    }

    private Authority known(AuthorityCode code) {
        return authorities
                .find(code)
                .orElseThrow(() -> Rejected.badRequest(
                        "unknown-authority",
                        "The directory of authorities has no such code",
                        FieldError.at("/authority", "unknown-code", "See GET /authorities")));
    }
}
