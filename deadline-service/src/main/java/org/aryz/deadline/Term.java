package org.aryz.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.law.Confidence;
import org.aryz.deadline.law.Kind;
import org.aryz.deadline.law.Matter;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a deadline: which rule, for what, until when, and how sure.
 *
 * @param subject the referral, decision or suspect it belongs to, or {@code complaint}
 * @param shadow runs for a milder class or another reading; warns softly, never decides
 * @param due the legal day, usable to its end
 * @param dueAt the instant at which the term has run out, counted from the earliest possible start
 * @param lastSafeDay for months and years the day before the anniversary, as texts differ on the day itself
 * @param actBy the last safe working day on which to act
 * @param expiresAt when even the latest possible start has run out; only where the rule may expire a clock
 * @param caution codes of what to take with care
 * @param zoneData the edition of the time-zone database that was used
 */
public record Term(
        UUID deadline,
        String rule,
        int ruleVersion,
        String reading,
        String subject,
        Kind kind,
        Matter matter,
        boolean shadow,
        ZoneId zone,
        LocalDate due,
        Instant dueAt,
        LocalDate lastSafeDay,
        LocalDate actBy,
        @Nullable Instant expiresAt,
        Confidence confidence,
        List<String> caution,
        String consequence,
        String zoneData) {
    public Term {
        caution = List.copyOf(caution);
    }

    /** A clock that can bar the complaint. */
    public boolean limits() {
        return isLimitation() && !shadow;
    }

    boolean isLimitation() {
        return matter == Matter.LIMITATION;
    }

    /** Whether two say the same; the edition of the time-zone database alone is no change. */
    boolean saysTheSameAs(Term other) {
        return with(other.zoneData).equals(other);
    }

    private Term with(String otherZoneData) {
        return new Term(
                deadline,
                rule,
                ruleVersion,
                reading,
                subject,
                kind,
                matter,
                shadow,
                zone,
                due,
                dueAt,
                lastSafeDay,
                actBy,
                expiresAt,
                confidence,
                caution,
                consequence,
                otherZoneData);
    }
}
