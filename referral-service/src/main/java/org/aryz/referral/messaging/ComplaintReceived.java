package org.aryz.referral.messaging;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aryz.referral.Allegation;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Consent;
import org.aryz.referral.Jurisdiction;
import org.aryz.referral.KnownComplaint;
import org.jspecify.annotations.Nullable;

/** What is read of {@code complaint.received}. */
record ComplaintReceived(
        UUID complaintId,
        String reference,
        Jurisdiction jurisdiction,
        String organisation,
        Set<String> sharedWith,
        List<Alleged> allegations) {

    /** Where an act was, and by whose people. */
    record Alleged(@Nullable String region, @Nullable String agency) {}

    KnownComplaint complaint() {
        return new KnownComplaint(
                new ComplaintId(complaintId),
                reference,
                jurisdiction,
                organisation,
                sharedWith,
                false,
                new Consent.Absent(),
                allegations.stream()
                        .map(each -> new Allegation(each.region(), each.agency()))
                        .toList());
    }
}
