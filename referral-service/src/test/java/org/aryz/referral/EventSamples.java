package org.aryz.referral;

import static org.aryz.referral.Samples.COMPLAINT;
import static org.aryz.referral.Samples.DECISION;
import static org.aryz.referral.Samples.MADE;
import static org.aryz.referral.Samples.NUMBER;
import static org.aryz.referral.Samples.RECEIVED;
import static org.aryz.referral.Samples.SENT_AT;
import static org.aryz.referral.Samples.SUSPECT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.referral.ReferralEvent.DecisionMade;
import org.aryz.referral.ReferralEvent.DecisionReceived;
import org.aryz.referral.ReferralEvent.ReferralRegistered;
import org.aryz.referral.ReferralEvent.ReferralSent;
import org.aryz.referral.proceedings.Outcome;
import org.aryz.referral.proceedings.ProceedingsEvent;
import org.aryz.referral.proceedings.ProceedingsEvent.JudgmentInForce;
import org.aryz.referral.storage.StoredProceedingsEvents;

/** The events that the approved samples, stored and public, tell of. */
public final class EventSamples {
    private static final AuthorityCode AUTHORITY = new AuthorityCode("kg-prosecutor-general");

    public static final ReferralSent SENT = new ReferralSent(COMPLAINT, AUTHORITY, Channel.COURIER, SENT_AT, 1, null);
    public static final ReferralRegistered REGISTERED = new ReferralRegistered(
            AUTHORITY, NUMBER, OffsetDateTime.parse("2025-03-05T09:15:00+06:00"), LocalDate.parse("2025-03-07"));
    public static final DecisionMade DECISION_MADE =
            new DecisionMade(new Decision(DECISION, DecisionKind.OPENED, MADE, RECEIVED));
    public static final DecisionReceived DECISION_RECEIVED =
            new DecisionReceived(DECISION, DecisionKind.OPENED, MADE, RECEIVED);
    public static final JudgmentInForce JUDGMENT_IN_FORCE =
            new JudgmentInForce(COMPLAINT, Outcome.CONVICTED, LocalDate.parse("2026-10-01"), SUSPECT);

    private EventSamples() {}

    /** What the approved stored sample of a kind of fact tells. */
    public static ProceedingsEvent fact(String kind) {
        var name = "/stored/" + kind + ".v1.json";
        try (var file = EventSamples.class.getResourceAsStream(name)) {
            var data = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return new StoredProceedingsEvents().decode(recorded(COMPLAINT.value(), kind, data, "{}", List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RecordedEvent recorded(
            UUID stream, String type, String data, String metadata, List<SealedUnit> sealed) {
        return new RecordedEvent(
                1,
                UUID.randomUUID(),
                StreamId.of(stream),
                1,
                type,
                1,
                data,
                sealed,
                metadata,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
