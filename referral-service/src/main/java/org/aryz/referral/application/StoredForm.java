package org.aryz.referral.application;

import java.time.ZoneId;
import java.util.List;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.seal.SealedUnit;

/** How a model's events lie in the log; what was stored once stays readable for ever. */
public interface StoredForm<E> {

    /**
     * Gives the event a new id.
     *
     * @param zone where days begin for the complaint
     */
    NewEvent encode(E event, ZoneId zone, List<SealedUnit> sealed);

    E decode(RecordedEvent event);

    /** Whether an event of the log belongs to this model. */
    boolean holds(RecordedEvent event);
}
