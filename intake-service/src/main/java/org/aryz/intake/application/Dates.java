package org.aryz.intake.application;

import java.time.Instant;
import java.time.ZoneId;
import org.aryz.intake.ComplaintCommand;
import org.aryz.intake.When;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.time.ClockSkew;
import org.jspecify.annotations.Nullable;

/** Refuses what can't have been at the time that is told. */
final class Dates {
    private static final String OCCURRED = "/occurredAt";
    private static final String RECEIVED = "/receivedAt";

    private Dates() {}

    static void check(ComplaintCommand command, ZoneId zone, Instant now) {
        var occurred = command.occurredAt();
        var received = command.receivedAt();
        if (occurred instanceof When.Between(var earliest, var latest)) {
            checkPast(OCCURRED + "/latest", latest, zone, now);
            refuseIf(
                    latest.end(zone).isBefore(earliest.start(zone)),
                    FieldError.at(OCCURRED + "/latest", "before-earliest", "It can't have ended before it began"));
        }
        checkPast(OCCURRED, occurred, zone, now);
        checkPast(RECEIVED, received, zone, now);
        refuseIf(
                occurred != null && received != null && received.end(zone).isBefore(occurred.start(zone)),
                FieldError.at(RECEIVED, "before-occurred", "Nobody can have told it before it happened"));
    }

    private static void checkPast(String pointer, @Nullable When told, ZoneId zone, Instant now) {
        refuseIf(
                told != null && ClockSkew.isFuture(told.start(zone), now),
                FieldError.at(pointer, "in-the-future", "It can't have happened yet"));
    }

    static Rejected unacceptable(FieldError error) {
        return Rejected.unprocessable("invalid", "Some fields cannot be accepted", error);
    }

    private static void refuseIf(boolean wrong, FieldError error) {
        if (wrong) {
            throw unacceptable(error);
        }
    }
}
