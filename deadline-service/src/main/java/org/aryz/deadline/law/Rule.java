package org.aryz.deadline.law;

import java.time.Period;
import java.util.List;
import java.util.Set;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One version of one rule of law or of the house, complete as its file states it.
 *
 * @param per what a deadline belongs to: complaint, fact, or the public field that names a referral, decision or suspect
 * @param when it holds only where one of these facts is known; empty where it always does
 * @param readingOf the rule of which this one is another reading: of them only the earliest warns; its own id where it is none
 * @param lengthIn the field of a fact that tells the length instead, where one does
 * @param calendar whose days off move its dates
 * @param actWithin a shorter term of our own within which to act, where the rule names one
 * @param shadow runs for a milder class of offence, warns softly and never decides
 * @param enabled a rule that is switched off is shown but starts nothing
 */
public record Rule(
        String id,
        int version,
        String title,
        Set<Jurisdiction> jurisdictions,
        Kind kind,
        Matter matter,
        String per,
        List<FactPattern> when,
        List<Reading> readings,
        String readingOf,
        List<Shorter> shorter,
        @Nullable LengthIn lengthIn,
        @Nullable Period actWithin,
        Roll roll,
        Scope calendar,
        Ends ends,
        AlertSet alerts,
        String consequence,
        Source source,
        InForce inForce,
        boolean shadow,
        boolean enabled) {
    public Rule {
        jurisdictions = Set.copyOf(jurisdictions);
        when = List.copyOf(when);
        readings = List.copyOf(readings);
        shorter = List.copyOf(shorter);
    }

    /** Only a verified limitation rule with counsel's sign-off may say that a complaint is out of time. */
    public boolean mayExpire() {
        return matter == Matter.LIMITATION && !shadow && source.confidence().mayDecide() && source.signOff() != null;
    }

    Rule with(SignOff signOff) {
        return with(new Source(source.basis(), source.confidence(), source.caution(), signOff), inForce);
    }

    /** The same words, known from another source and holding on other days. */
    Rule with(Source other, InForce days) {
        return new Rule(
                id,
                version,
                title,
                jurisdictions,
                kind,
                matter,
                per,
                when,
                readings,
                readingOf,
                shorter,
                lengthIn,
                actWithin,
                roll,
                calendar,
                ends,
                alerts,
                consequence,
                other,
                days,
                shadow,
                enabled);
    }
}
