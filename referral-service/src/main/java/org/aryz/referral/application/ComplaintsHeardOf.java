package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.Receipt;
import org.aryz.eventlog.StreamId;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.KnownComplaint;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;

/** Keeps what other services told of complaints, and shows each to those organisations only that may see it. */
@ApplicationScoped
public class ComplaintsHeardOf {
    private final EventLog log;
    private final KnownComplaints complaints;
    private final CurrentCaller caller;

    public ComplaintsHeardOf(EventLog log, KnownComplaints complaints, CurrentCaller caller) {
        this.log = log;
        this.complaints = complaints;
        this.caller = caller;
    }

    public Uni<AppendResult> remember(KnownComplaint complaint, Receipt receipt) {
        return log.append(receipt(complaint.id(), receipt).with(complaints.row(complaint)));
    }

    public Uni<AppendResult> change(ComplaintId id, Receipt receipt, UnaryOperator<KnownComplaint> change) {
        return complaints.find(id).flatMap(known -> known.map(before -> remember(change.apply(before), receipt))
                .orElseThrow(
                        () -> new IllegalStateException("Complaint " + id + " was changed before it was received")));
    }

    public Uni<AppendResult> ignore(ComplaintId id, Receipt receipt) {
        return log.append(receipt(id, receipt));
    }

    /** A complaint that is unknown here and one of somebody else look the same: not found. */
    public Uni<KnownComplaint> seenByCaller(ComplaintId id) {
        return complaints.find(id).map(known -> known.filter(
                        complaint -> caller.mayTouch(complaint.owner(), complaint.sharedWith()))
                .orElseThrow(Rejected::notFound));
    }

    private static Append receipt(ComplaintId id, Receipt receipt) {
        return Append.receiptOnly(StreamId.of(id.value()), receipt);
    }
}
