package org.aryz.referral.messaging;

import java.util.UUID;
import org.aryz.referral.ComplaintId;

/** What is read of an event that only says which complaint it is about. */
record AboutComplaint(UUID complaintId) {
    ComplaintId complaint() {
        return new ComplaintId(complaintId);
    }
}
