package org.aryz.referral;

import java.util.List;
import java.util.Set;

/**
 * What this service knows of a complaint from the events it received: enough to check objects, consent and conflicts of
 * interest by itself.
 *
 * @param owner the organisation that received the complaint
 * @param sharedWith organisations that may see it too
 */
public record KnownComplaint(
        ComplaintId id,
        String reference,
        Jurisdiction jurisdiction,
        String owner,
        Set<String> sharedWith,
        boolean closed,
        Consent consent,
        List<Allegation> allegations) {

    public KnownComplaint {
        sharedWith = Set.copyOf(sharedWith);
        allegations = List.copyOf(allegations);
    }

    public KnownComplaint heldBy(String newOwner, Set<String> organisations) {
        return new KnownComplaint(id, reference, jurisdiction, newOwner, organisations, closed, consent, allegations);
    }

    public KnownComplaint with(Consent statement) {
        return new KnownComplaint(id, reference, jurisdiction, owner, sharedWith, closed, statement, allegations);
    }

    public KnownComplaint close() {
        return new KnownComplaint(id, reference, jurisdiction, owner, sharedWith, true, consent, allegations);
    }
}
