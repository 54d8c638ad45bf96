package org.aryz.referral.messaging;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Consent;
import org.aryz.referral.KnownComplaint;
import org.jspecify.annotations.Nullable;

/** What is read of consent that was given, limited or withdrawn. */
record ConsentStated(
        UUID complaintId,
        String organisation,
        Set<String> sharedWith,
        String use,
        @Nullable List<String> authorities,
        int consentVersion) {

    ComplaintId complaint() {
        return new ComplaintId(complaintId);
    }

    List<AuthorityCode> authorityCodes() {
        return authorities == null
                ? List.of()
                : authorities.stream().map(AuthorityCode::new).toList();
    }

    /** Consent to share widens who may see the complaint, consent to refer where it may go. */
    KnownComplaint changes(KnownComplaint before, Consent consent) {
        var held = before.heldBy(organisation, sharedWith);
        return use.equals("refer") ? held.with(consent) : held;
    }
}
