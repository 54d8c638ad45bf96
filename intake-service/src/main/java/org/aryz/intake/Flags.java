package org.aryz.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a complaint urgent or shortens its terms. Public, so without a word about who it is. */
public record Flags(boolean minor, boolean inCustody, boolean sexualViolence, boolean death, boolean threatened) {
    private static final int FULL_AGE = 18;

    /** What was ticked by hand. */
    public static Flags told(boolean minor, boolean inCustody, boolean threatened) {
        return new Flags(minor, inCustody, false, false, threatened);
    }

    /** Adds what follows from the allegations and from the age of the victim on the first day of an alleged act. */
    public Flags completedBy(List<Allegation> allegations, @Nullable LocalDate birthDate, ZoneId zone) {
        return new Flags(
                minor || (birthDate != null && allegations.stream().anyMatch(act -> underAge(birthDate, act, zone))),
                inCustody,
                sexualViolence || anyIs(AllegationKind.SEXUAL_VIOLENCE, allegations),
                death || anyIs(AllegationKind.DEATH_IN_CUSTODY, allegations),
                threatened);
    }

    private static boolean underAge(LocalDate birthDate, Allegation act, ZoneId zone) {
        return act.firstDay(zone).isBefore(birthDate.plusYears(FULL_AGE));
    }

    private static boolean anyIs(AllegationKind kind, List<Allegation> allegations) {
        return allegations.stream().anyMatch(act -> act.kind() == kind);
    }
}
