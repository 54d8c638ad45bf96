package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.aryz.eventlog.Cut;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.seal.Opened;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.KnownComplaint;
import org.aryz.referral.Referral;
import org.aryz.referral.ReferralEvent;
import org.aryz.referral.ReferralId;
import org.aryz.servicekit.problem.Rejected;

/** What people read of referrals. */
@ApplicationScoped
public class ReferralFiles {
    private final EventLog log;
    private final StoredForm<ReferralEvent> form;
    private final ComplaintsHeardOf complaints;
    private final ReferralOverviews overviews;
    private final Sealer sealer;

    public ReferralFiles(
            EventLog log,
            StoredForm<ReferralEvent> form,
            ComplaintsHeardOf complaints,
            ReferralOverviews overviews,
            Sealer sealer) {
        this.log = log;
        this.form = form;
        this.complaints = complaints;
        this.overviews = overviews;
        this.sealer = sealer;
    }

    /** A referral with the number the authority gave it. */
    public record ReferralFile(ReferralOverview overview, RegistrationNumber number) {}

    public Uni<List<ReferralOverview>> of(ComplaintId complaint) {
        return complaints.seenByCaller(complaint).flatMap(_ -> overviews.of(complaint));
    }

    /** Folded from the log up to a cut; not found also where it had not been sent by then. */
    public Uni<ReferralFile> find(ReferralId id, boolean withNumber, Cut cut) {
        return log.readStream(StreamId.of(id.value()), 0).flatMap(events -> complaints
                .seenByCaller(sent(events).sending().complaint())
                .flatMap(complaint -> file(id, complaint, cut.of(events), withNumber)));
    }

    private Uni<ReferralFile> file(
            ReferralId id, KnownComplaint complaint, List<RecordedEvent> events, boolean withNumber) {
        var sent = sent(events);
        var version = events.getLast().version();
        var overview = ReferralOverview.of(id, complaint.reference(), version, sent);
        return number(withNumber ? events : List.of()).map(number -> new ReferralFile(overview, number));
    }

    private Referral.Sent sent(List<RecordedEvent> events) {
        return switch (state(events)) {
            case Referral.NotSent _ -> throw Rejected.notFound();
            case Referral.Sent sent -> sent;
        };
    }

    private Referral state(List<RecordedEvent> events) {
        Referral state = new Referral.NotSent();
        for (var event : events) {
            if (!form.holds(event)) {
                throw Rejected.notFound();
            }
            state = Referral.evolve(state, form.decode(event));
        }
        return state;
    }

    private Uni<RegistrationNumber> number(List<RecordedEvent> events) {
        var units = events.stream().flatMap(event -> event.sealed().stream()).toList();
        return sealer.open(units).map(opened -> opened.values().stream()
                .findFirst()
                .map(ReferralFiles::number)
                .orElseGet(RegistrationNumber.NotShown::new));
    }

    private static RegistrationNumber number(Opened opened) {
        return switch (opened) {
            case Opened.Plain plain -> new RegistrationNumber.Shown(new String(plain.bytes(), StandardCharsets.UTF_8));
            case Opened.Erased _ -> new RegistrationNumber.Erased();
        };
    }
}
