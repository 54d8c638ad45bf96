package org.aryz.deadline.application;

import org.aryz.deadline.Clocks;
import org.aryz.deadline.DeadlineCommand.NoteFacts;
import org.aryz.eventlog.Receipt;

/**
 * What another service told.
 *
 * @param byOwner whether the service that keeps the complaint itself told it; another's word of who may see the complaint may lag
 *     behind
 */
public record Told(NoteFacts facts, boolean byOwner, Cause cause, Receipt receipt) {

    NoteFacts against(Clocks state) {
        var known = state.facts();
        return byOwner || known == null
                ? facts
                : new NoteFacts(known.complaint(), facts.source(), facts.sourceId(), facts.facts());
    }
}
