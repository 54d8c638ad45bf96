package org.aryz.referral.application;

import org.aryz.eventlog.RecordedEvent;

/** The stored form of a model's events; what was stored once stays readable for ever. */
public interface EventCodec<E> {
    /** Stored names of the events, in words of the domain. */
    String type(E event);

    /** JSON without personal data. */
    String encode(E event);

    E decode(RecordedEvent event);

    /** Whether an event of the log belongs to this model. */
    boolean holds(RecordedEvent event);
}
