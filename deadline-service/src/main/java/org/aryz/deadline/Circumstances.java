package org.aryz.deadline;

import java.time.Instant;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;

/** What a decision rests on beside the history of the complaint: the law, the calendar, and the hour told by the database. */
public record Circumstances(Law law, Calendars calendars, Instant now) {

    /** The deadlines as the calendar is known at this hour. */
    public Deadlines deadlines(CaseFacts facts) {
        return Deadlines.unexplained(facts, law, knownNow(facts));
    }

    /** The same, with the way on which each date was found. */
    public Deadlines explained(CaseFacts facts) {
        return Deadlines.compute(facts, law, knownNow(facts));
    }

    private Calendars knownNow(CaseFacts facts) {
        return calendars.knownOn(facts.time().dayOf(now));
    }
}
