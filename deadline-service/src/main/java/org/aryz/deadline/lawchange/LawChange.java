package org.aryz.deadline.lawchange;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change and how far it has come.
 *
 * @param examinedAgainst revision of the law against which it was tried out; null before
 * @param decidedBy who applied or rejected it
 * @param revision of the law that it made; null unless applied
 */
public record LawChange(
        UUID id,
        Proposal proposal,
        String reason,
        String by,
        LocalDate on,
        @Nullable Long examinedAgainst,
        @Nullable String decidedBy,
        @Nullable Long revision) {

    public boolean open() {
        return decidedBy == null;
    }

    LawChange examined(long against) {
        return new LawChange(id, proposal, reason, by, on, against, decidedBy, revision);
    }

    LawChange decided(String person, @Nullable Long asRevision) {
        return new LawChange(id, proposal, reason, by, on, examinedAgainst, person, asRevision);
    }
}
