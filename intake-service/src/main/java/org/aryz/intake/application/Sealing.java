package org.aryz.intake.application;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.intake.Holdings.Kind;
import org.aryz.intake.PersonalUnits;
import org.jspecify.annotations.Nullable;

/** Seals the personal parts of one command, each under a key of its own, and keeps the units for its first event. */
final class Sealing {
    private final Sealer sealer;
    private final List<SealedUnit> units = new ArrayList<>();

    Sealing(Sealer sealer) {
        this.sealer = sealer;
    }

    PersonalUnits seal(Submission submission) {
        return new PersonalUnits(
                seal(Kind.PERSON, submission.complainant()),
                seal(Kind.PERSON, submission.victim()),
                seal(Kind.PERSON, submission.representative()),
                seal(Kind.NARRATIVE, submission.narrative()));
    }

    @Nullable
    UUID sealNarrative(@Nullable String narrative) {
        return seal(Kind.NARRATIVE, narrative);
    }

    @Nullable
    UUID sealNote(@Nullable String note) {
        return seal(Kind.NOTE, note);
    }

    List<SealedUnit> units() {
        return units;
    }

    private @Nullable UUID seal(String kind, @Nullable Object personal) {
        if (personal == null) {
            return null;
        }
        var unit = sealer.seal(kind, IntakeJson.writeBytes(personal));
        units.add(unit);
        return unit.id();
    }
}
