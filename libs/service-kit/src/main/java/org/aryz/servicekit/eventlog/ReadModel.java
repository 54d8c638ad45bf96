package org.aryz.servicekit.eventlog;

import org.aryz.eventlog.subscription.Subscription;

/** A read model fed from the log, exactly once per event. Every bean of this type is started with the service. */
public interface ReadModel extends Subscription.Handler {

    /** With its version, like {@code complaints.v1}: a new version starts from the beginning of the log. */
    String name();
}
