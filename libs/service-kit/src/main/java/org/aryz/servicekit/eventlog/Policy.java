package org.aryz.servicekit.eventlog;

import org.aryz.eventlog.subscription.LeadingSubscription;

/** What a service does when it reads its own log: on one replica at a time, at least once. Every bean of this type is started. */
public interface Policy extends LeadingSubscription.Handler {

    /** As a sentence, like {@code when-complaint-triaged-then-propose-referral}; it never changes. */
    String name();
}
