package org.aryz.referral.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.time.ClockSkew;
import org.jspecify.annotations.Nullable;

/** Refuses facts that have not happened yet, naming the field. */
final class NotInFuture {
    private final Instant now;
    private final ZoneId zone;

    /** A day is in the future where the complaint is, not where the server is. */
    NotInFuture(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    NotInFuture check(String pointer, OffsetDateTime moment) {
        return check(pointer, ClockSkew.isFuture(moment.toInstant(), now));
    }

    NotInFuture check(String pointer, @Nullable LocalDate day) {
        return check(pointer, day != null && day.isAfter(LocalDate.ofInstant(now, zone)));
    }

    private NotInFuture check(String pointer, boolean inFuture) {
        if (inFuture) {
            throw Rejected.unprocessable(
                    "in-the-future",
                    "What has not happened yet can't be recorded",
                    FieldError.at(pointer, "in-the-future", "This lies in the future"));
        }
        return this;
    }
}
