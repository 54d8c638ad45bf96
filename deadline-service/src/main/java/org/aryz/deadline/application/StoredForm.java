package org.aryz.deadline.application;

import java.time.Instant;
import java.util.Optional;
import org.aryz.deadline.Agenda;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.Docket;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;

/** How the deadlines of a complaint look in the database. */
public interface StoredForm {

    NewEvent write(DeadlineEvent event, Instant occurredAt);

    DeadlineEvent read(RecordedEvent event);

    /** Whether an event speaks of a complaint's deadlines; there are streams that speak of others. */
    boolean tells(RecordedEvent event);

    /** What is stored with each event: the complaint's envelope and the cause. */
    String metadata(Complaint complaint, Cause cause);

    /**
     * The row from which the database tells by itself what is planned.
     *
     * @param version of the complaint's stream after the decision; a row that another decision has overtaken is void
     */
    InlineRow row(Complaint complaint, long version, Agenda agenda, Cause cause);

    /**
     * The row by which a change of law finds the complaint.
     *
     * @param revision of the law under which it was decided
     * @param docket empty for a closed complaint
     */
    InlineRow row(Complaint complaint, long version, long revision, Optional<Docket> docket);

    /** Reads what the row keeps. */
    Docket docket(String stored);
}
