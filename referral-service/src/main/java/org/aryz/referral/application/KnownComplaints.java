package org.aryz.referral.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.aryz.eventlog.InlineRow;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.KnownComplaint;

/** The complaints this service has heard of. */
public interface KnownComplaints {
    Uni<Optional<KnownComplaint>> find(ComplaintId id);

    /** What to keep of it from now on. */
    InlineRow row(KnownComplaint complaint);
}
