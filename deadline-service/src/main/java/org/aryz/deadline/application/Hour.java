package org.aryz.deadline.application;

import java.time.Instant;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.lawchange.Edition;

/** The law that is in use at an hour told by the database. */
public record Hour(Edition edition, Instant now) {
    public Circumstances circumstances() {
        return edition.at(now);
    }

    /** Of the law. */
    public long revision() {
        return edition.revision();
    }
}
