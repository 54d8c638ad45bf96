package org.aryz.notification.application;

import java.time.ZoneId;
import java.util.Set;
import org.aryz.notification.Notice;
import org.aryz.notification.Severity;

/**
 * A person who may be told of alerts. The address is known to this service alone; everybody else sees the opaque id.
 *
 * @param severities of which they are told at once
 */
public record Recipient(
        String id,
        String organisation,
        String email,
        Language language,
        ZoneId zone,
        Role role,
        Set<String> jurisdictions,
        Set<Severity> severities) {

    public Recipient {
        jurisdictions = Set.copyOf(jurisdictions);
        severities = Set.copyOf(severities);
    }

    /** Whether this person wants to know at once, and may know. */
    public boolean concernedBy(Notice notice) {
        return mayKnow(notice) && severities.contains(notice.severity());
    }

    boolean mayKnow(Notice notice) {
        return role != Role.OPERATOR
                && notice.complaint().visibleTo(organisation)
                && jurisdictions.contains(notice.complaint().jurisdiction());
    }

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "recipient " + id;
    }
}
