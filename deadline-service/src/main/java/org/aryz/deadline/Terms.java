package org.aryz.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aryz.deadline.calendar.LegalTime;
import org.aryz.deadline.law.Reading;
import org.aryz.deadline.law.Rule;
import org.jspecify.annotations.Nullable;

/** Puts into words what was computed for one subject under one reading. */
record Terms(Computation computation, Reading reading, Claim claim) {

    Term term(Dates dates, @Nullable Instant expiresAt, boolean shadow) {
        var rule = computation.rule();
        var readingId = readingId();
        return new Term(
                Ids.deadline(
                        computation.facts().complaint().id(),
                        rule.id(),
                        readingId,
                        claim.subject(),
                        reading.trigger().type()),
                rule.id(),
                rule.version(),
                readingId,
                claim.subject(),
                rule.kind(),
                rule.matter(),
                shadow,
                time().zone(),
                dates.due(),
                dates.dueAt(),
                dates.lastSafeDay(),
                dates.actBy(),
                expiresAt,
                rule.source().confidence(),
                caution(rule, dates),
                rule.consequence(),
                LegalTime.zoneData());
    }

    /** A later version of a limitation, milder or of an uncertain day, runs beside the one of the earliest day of the act. */
    private String readingId() {
        var rule = computation.rule();
        if (rule.inForce().on(time().dayOf(claim.start().earliest()))) {
            return reading.id();
        }
        var version = "version-" + rule.version();
        return reading.id().equals("plain") ? version : reading.id() + "-" + version;
    }

    private List<String> caution(Rule rule, Dates dates) {
        var caution = new ArrayList<String>();
        if (!rule.source().confidence().mayDecide()) {
            caution.add("unverified-rule");
        } else if (rule.source().signOff() == null) {
            caution.add("not-signed-off");
        } else if (rule.source().signOff().fictional()) {
            caution.add("fictional-sign-off");
        }
        if (claim.start().assumed()) {
            caution.add("assumed-start");
        }
        if (claim.start().uncertain(time())) {
            caution.add("uncertain-start");
        }
        if (dates.provisional()) {
            caution.add("provisional-calendar");
        }
        return caution;
    }

    private LegalTime time() {
        return computation.time();
    }
}
