package org.aryz.deadline.application;

import java.time.Instant;
import org.aryz.deadline.lawchange.LawChangeEvent;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;

/** How the history of the law looks in the database. */
public interface LawForm {

    NewEvent write(LawChangeEvent event, Instant occurredAt);

    LawChangeEvent read(RecordedEvent event);
}
