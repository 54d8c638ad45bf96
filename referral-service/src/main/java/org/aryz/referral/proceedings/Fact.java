package org.aryz.referral.proceedings;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.aryz.referral.AuthorityCode;
import org.jspecify.annotations.Nullable;

/**
 * Something that an authority, a court or an international body did about a complaint, or that we did there, and that terms of the
 * law wait for. A record is all that one of them costs: its components are asked for unless they are nullable, stored, and told to
 * everybody; so they are codes, ids and dates, never text. Its days, and the sealed note, come beside it.
 */
public sealed interface Fact {

    /** By their stored and public names, which stand for ever. */
    Map<String, Class<? extends Fact>> KINDS = Map.ofEntries(
            entry("referral.delivered", ReferralDelivered.class),
            entry("registration.refused", RegistrationRefused.class),
            entry("referral.forwarded", ReferralForwarded.class),
            entry("referral.returned", ReferralReturned.class),
            entry("letter.registered", LetterRegistered.class),
            entry("letter.answered", LetterAnswered.class),
            entry("remedy.lodged", RemedyLodged.class),
            entry("remedy.answered", RemedyAnswered.class),
            entry("forensic-exam.ordered", ForensicExamOrdered.class),
            entry("forensic-exam.concluded", ForensicExamConcluded.class),
            entry("extension.granted", ExtensionGranted.class),
            entry("suspect.identified", SuspectIdentified.class),
            entry("suspicion.notified", SuspicionNotified.class),
            entry("qualification.set", QualificationSet.class),
            entry("qualification.changed", QualificationChanged.class),
            entry("suspect.absconded", SuspectAbsconded.class),
            entry("suspect.found", SuspectFound.class),
            entry("suspect.reoffended", SuspectReoffended.class),
            entry("case.sent-to-court", CaseSentToCourt.class),
            entry("judgment.given", JudgmentGiven.class),
            entry("remedies.exhausted", RemediesExhausted.class),
            entry("international.filed", InternationalFiled.class),
            entry("international.registered", InternationalRegistered.class),
            entry("international.transmitted", InternationalTransmitted.class),
            entry("international.replied", InternationalReplied.class),
            entry("international.decided", InternationalDecided.class));

    /** Whether the fact is the first word of something that later facts name: a letter, a remedy, a suspect. */
    default boolean begins() {
        return false;
    }

    /** Facts about one suspect. */
    sealed interface OfSuspect extends Fact {
        UUID suspect();
    }

    /** Facts about one referral. */
    sealed interface OfReferral extends Fact {
        UUID referral();
    }

    /** The article under which the acts are treated, of one suspect or of the whole case. */
    sealed interface Qualification extends Fact {
        @Nullable
        UUID suspect();

        @Nullable
        LocalDate from();
    }

    /** What became of a communication to an international body. */
    sealed interface International extends Fact {
        InternationalBody body();
    }

    /** The referral reached the authority. */
    record ReferralDelivered(UUID referral, @FilledIn @Nullable AuthorityCode authority) implements OfReferral {}

    /** The authority would not register the referral. */
    record RegistrationRefused(UUID referral, @FilledIn @Nullable AuthorityCode authority) implements OfReferral {}

    /** The authority passed the referral on; {@code conflict} where that is, or is close to, the body complained about. */
    record ReferralForwarded(UUID referral, AuthorityCode authority, @FilledIn @Nullable Boolean conflict)
            implements OfReferral {}

    /** The authority sent the referral back. */
    record ReferralReturned(UUID referral, @FilledIn @Nullable AuthorityCode authority) implements OfReferral {}

    /** A letter, which is no referral, was registered at a state body. */
    record LetterRegistered(@FilledIn @Nullable UUID letter, AuthorityCode authority) implements Fact {
        @Override
        public boolean begins() {
            return true;
        }
    }

    /** A letter was answered; by the authority named, where that is another than it went to. */
    record LetterAnswered(UUID letter, @Nullable AuthorityCode authority) implements Fact {}

    /** A complaint or appeal was lodged. */
    record RemedyLodged(@FilledIn @Nullable UUID remedy, UUID referral, @Nullable UUID against, RemedyLevel level)
            implements OfReferral {
        @Override
        public boolean begins() {
            return true;
        }
    }

    /** A complaint or appeal was answered; what it was is known from its lodging. */
    record RemedyAnswered(
            UUID remedy,
            @FilledIn @Nullable UUID referral,
            @FilledIn @Nullable UUID against,
            @FilledIn @Nullable RemedyLevel level)
            implements Fact {}

    /** The authority ordered a forensic examination. */
    record ForensicExamOrdered(UUID referral) implements OfReferral {}

    /** The experts concluded. */
    record ForensicExamConcluded(UUID referral) implements OfReferral {}

    /** The authority was given until another day. Whether that came in time the deadlines say: what had run out stays breached. */
    record ExtensionGranted(UUID referral, TermCode term, LocalDate until) implements OfReferral {}

    /** A suspect became known, from now on by an opaque id; the name belongs into the note. */
    record SuspectIdentified(@FilledIn @Nullable UUID suspect, @Nullable Agency agency) implements Fact {
        @Override
        public boolean begins() {
            return true;
        }
    }

    /** Notice of suspicion was served. */
    record SuspicionNotified(UUID suspect) implements OfSuspect {}

    /** The article was set. */
    record QualificationSet(@Nullable UUID suspect, ListedCode article, OffenceClass gravity, @Nullable LocalDate from)
            implements Qualification {}

    /** Another article replaced the one before. */
    record QualificationChanged(
            @Nullable UUID suspect, ListedCode article, OffenceClass gravity, @Nullable LocalDate from)
            implements Qualification {}

    /** The suspect fled. */
    record SuspectAbsconded(UUID suspect) implements OfSuspect {}

    /** The suspect was found. */
    record SuspectFound(UUID suspect) implements OfSuspect {}

    /** The suspect committed a new offence. */
    record SuspectReoffended(UUID suspect) implements OfSuspect {}

    /** The case went to court, against one suspect or as a whole. */
    record CaseSentToCourt(@Nullable UUID suspect, ListedCode court, @Nullable SentToCourtBy by) implements Fact {}

    /** A court gave judgment, which is not in force by that. */
    record JudgmentGiven(@Nullable UUID suspect, @Nullable ListedCode court, Outcome outcome) implements Fact {}

    /** The final domestic decision: made on the day it occurred, known to us on the day it was received. */
    record RemediesExhausted() implements Fact {}

    /** A communication was filed. */
    record InternationalFiled(InternationalBody body) implements International {}

    /** The body registered it. */
    record InternationalRegistered(InternationalBody body) implements International {}

    /** The body sent it to the state. */
    record InternationalTransmitted(InternationalBody body) implements International {}

    /** The state replied. */
    record InternationalReplied(InternationalBody body) implements International {}

    /** The body decided. */
    record InternationalDecided(InternationalBody body) implements International {}
}
