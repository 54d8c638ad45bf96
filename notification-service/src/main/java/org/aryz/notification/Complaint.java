package org.aryz.notification;

import java.util.List;
import java.util.UUID;

/** The complaint an alert belongs to, as other services name it: codes only, and who may see it. */
public record Complaint(UUID id, String reference, String jurisdiction, String organisation, List<String> sharedWith) {

    public Complaint {
        sharedWith = List.copyOf(sharedWith);
    }

    public boolean visibleTo(String someone) {
        return organisation.equals(someone) || sharedWith.contains(someone);
    }
}
