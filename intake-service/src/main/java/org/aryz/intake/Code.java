package org.aryz.intake;

import java.util.Locale;

/** A word of a closed list. Outside of Java it is written in lower case with hyphens: {@code police-station}. */
public sealed interface Code
        permits Agency,
                AllegationKind,
                Channel,
                ClosureReason,
                ConsentDecision,
                ConsentUse,
                CourtReaction,
                DetentionEnd,
                ErasureReason,
                ErasureRequester,
                EvidenceKind,
                ExamKind,
                ExamStep,
                FacilityKind,
                HoldReason,
                OverrideReason,
                Person,
                PlaceType,
                Precision,
                Priority,
                Purpose,
                Relation,
                SafetyFinding,
                Sex,
                Status,
                ThreatSource {
    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
