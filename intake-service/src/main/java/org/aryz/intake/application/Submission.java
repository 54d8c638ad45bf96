package org.aryz.intake.application;

import java.time.ZoneId;
import java.util.List;
import org.aryz.intake.Allegation;
import org.aryz.intake.Channel;
import org.aryz.intake.Complainant;
import org.aryz.intake.Consent;
import org.aryz.intake.Flags;
import org.aryz.intake.Jurisdiction;
import org.aryz.intake.Representative;
import org.aryz.intake.Victim;
import org.jspecify.annotations.Nullable;

/** A complaint as it was handed in, its personal part still open. */
public record Submission(
        Channel channel,
        Jurisdiction jurisdiction,
        ZoneId zone,
        List<Allegation> allegations,
        Flags told,
        @Nullable Complainant complainant,
        @Nullable Victim victim,
        @Nullable Representative representative,
        @Nullable String narrative,
        List<Consent> consents) {

    Flags flags() {
        return told.completedBy(allegations, victim == null ? null : victim.birthDate(), zone);
    }
}
