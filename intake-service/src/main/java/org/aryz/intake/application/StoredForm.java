package org.aryz.intake.application;

import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;

/** How events of complaints are written down in the log. */
public interface StoredForm {
    NewEvent encode(Happened happened);

    Happened decode(RecordedEvent recorded);
}
