package org.aryz.deadline.lawchange;

import java.time.Instant;
import java.util.List;
import org.aryz.deadline.Circumstances;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.calendar.Revision;
import org.aryz.deadline.law.Law;

/** Law and calendars as they are in use together: the files of the product, and on top of them so many applied changes. */
public record Edition(long revision, Law law, Calendars calendars) {

    /** The law after every change that was applied, in their order. */
    public Edition after(LawBook book) {
        return after(book, book.revision());
    }

    /** The law as it was at an earlier revision. */
    public Edition after(LawBook book, long until) {
        var edition = this;
        for (var change : book.applied().subList(0, (int) until)) {
            edition = edition.with(change, change.decidedBy() == null ? change.by() : change.decidedBy());
        }
        return new Edition(until, edition.law, edition.calendars);
    }

    /**
     * The law as a change would make it.
     *
     * @param by who answers for it
     * @throws org.aryz.deadline.law.LawDataException where the change does not fit this law
     */
    public Edition with(LawChange change, String by) {
        return switch (change.proposal()) {
            case Proposal.Rules rules -> new Edition(revision, law.amended(rules.text()), calendars);
            case Proposal.Days days -> new Edition(revision, law, calendars.with(settled(days, change, by)));
            case Proposal.ZoneData _ -> this;
        };
    }

    private static List<Revision> settled(Proposal.Days days, LawChange change, String by) {
        return days.days().stream()
                .map(day -> Revision.settled(
                        day.country(), day.date(), day.what(), day.kind(), day.scope(), by, change.on(), day.name()))
                .toList();
    }

    public Circumstances at(Instant now) {
        return new Circumstances(law, calendars, now);
    }
}
