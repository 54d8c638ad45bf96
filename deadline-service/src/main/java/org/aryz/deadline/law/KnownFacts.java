package org.aryz.deadline.law;

import java.util.Set;

/** The facts that rules may speak of: a misspelt one would silently never happen. */
public final class KnownFacts {
    private static final Set<String> TYPES = Set.of(
            "complaint.received",
            "complaint.triaged",
            "incident.dated",
            "allegation.raised-at-hearing",
            "detention.recorded",
            "detention.ended",
            "custody.ordered",
            "family.notified",
            "consent.given",
            "consent.limited",
            "consent.withdrawn",
            "threat.reported",
            "withdrawal.requested",
            "safety.interviewed",
            "medical-contact.recorded",
            "medical-exam.requested",
            "medical-exam.recorded",
            "doctor-report.sent",
            "doctor-report.confirmed",
            "photographs.stored",
            "records.requested",
            "records.received",
            "video.preservation-requested",
            "video.secured",
            "referral.sent",
            "referral.delivered",
            "referral.registered",
            "registration.refused",
            "decision.made",
            "decision.received",
            "letter.registered",
            "letter.answered",
            "remedy.lodged",
            "remedy.answered",
            "forensic-exam.ordered",
            "forensic-exam.concluded",
            "suspicion.notified",
            "suspect.identified",
            "qualification.set",
            "qualification.changed",
            "suspect.absconded",
            "suspect.found",
            "suspect.reoffended",
            "case.sent-to-court",
            "judgment.given",
            "judgment.in-force",
            "remedies.exhausted",
            "international.filed",
            "international.registered",
            "international.transmitted",
            "international.replied",
            "international.decided");

    private KnownFacts() {}

    /** Whether a rule may speak of such a fact. */
    public static boolean include(String type) {
        return TYPES.contains(type);
    }

    static String named(String type) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("there is no fact '" + type + "'");
        }
        return type;
    }
}
