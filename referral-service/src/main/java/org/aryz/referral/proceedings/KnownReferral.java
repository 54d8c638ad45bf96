package org.aryz.referral.proceedings;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.aryz.referral.AuthorityCode;

/**
 * A referral of the complaint, as far as facts must fit to it.
 *
 * @param sentOn where the complaint is
 * @param decisions by their ids, the days on which they were made
 */
public record KnownReferral(UUID id, AuthorityCode to, LocalDate sentOn, Map<UUID, LocalDate> decisions) {
    public KnownReferral {
        decisions = Map.copyOf(decisions);
    }
}
