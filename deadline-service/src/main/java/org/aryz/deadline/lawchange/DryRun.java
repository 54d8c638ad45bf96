package org.aryz.deadline.lawchange;

import java.time.Instant;
import java.util.List;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.Clocks;
import org.aryz.deadline.Docket;

/**
 * Tells for any complaint what a change would do, at one hour. Nothing is read but the complaint's docket, and nothing computed
 * but what the change can touch.
 */
public final class DryRun {
    private final Reach reach;
    private final Circumstances present;
    private final Circumstances proposed;
    private final boolean ofTimeZones;

    private DryRun(Reach reach, Circumstances present, Circumstances proposed, boolean ofTimeZones) {
        this.reach = reach;
        this.present = present;
        this.proposed = proposed;
        this.ofTimeZones = ofTimeZones;
    }

    /**
     * @param before the law without the change
     * @param after the law with it
     */
    public static DryRun of(Proposal proposal, Edition before, Edition after, Instant now) {
        return switch (proposal) {
            case Proposal.Rules _ -> {
                var old = before.law().differingFrom(after.law());
                var next = after.law().differingFrom(before.law());
                yield new DryRun(
                        Reach.of(old, next),
                        new Circumstances(old, before.calendars(), now),
                        new Circumstances(next, after.calendars(), now),
                        false);
            }
            case Proposal.Days days -> new DryRun(Reach.of(days, before.law()), before.at(now), after.at(now), false);
            case Proposal.ZoneData _ -> new DryRun(Reach.everywhere(), before.at(now), after.at(now), true);
        };
    }

    public Reach reach() {
        return reach;
    }

    /** Whether the docket alone can't tell: its dates were found by another time-zone database, so what was said must be read. */
    public boolean needsHistory(Docket docket) {
        return ofTimeZones && !docket.stands(present);
    }

    /** What is said follows from the deadlines alone: where both laws give the same, nothing would be. */
    public List<Effect> effects(Docket docket) {
        return ofTimeZones || same(docket.facts())
                ? List.of()
                : Effects.of(docket.facts().complaint().id(), docket.under(present), proposed);
    }

    private boolean same(CaseFacts facts) {
        return present.deadlines(facts).all().equals(proposed.deadlines(facts).all());
    }

    public List<Effect> effects(Docket docket, Clocks said) {
        return Effects.ofTimeZones(docket.facts().complaint().id(), said, present);
    }
}
