package org.aryz.deadline;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.aryz.deadline.calendar.Jurisdiction;

/** What every event says of the complaint it belongs to. */
public record Complaint(
        UUID id, String reference, Jurisdiction jurisdiction, String organisation, SortedSet<String> sharedWith) {
    public Complaint {
        sharedWith = new TreeSet<>(sharedWith);
    }
}
