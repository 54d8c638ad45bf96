package org.aryz.referral.proceedings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aryz.referral.RejectedCommand;
import org.aryz.referral.Rejection;
import org.aryz.referral.proceedings.Fact.CaseSentToCourt;
import org.aryz.referral.proceedings.Fact.ExtensionGranted;
import org.aryz.referral.proceedings.Fact.ForensicExamConcluded;
import org.aryz.referral.proceedings.Fact.ForensicExamOrdered;
import org.aryz.referral.proceedings.Fact.International;
import org.aryz.referral.proceedings.Fact.InternationalDecided;
import org.aryz.referral.proceedings.Fact.InternationalFiled;
import org.aryz.referral.proceedings.Fact.InternationalReplied;
import org.aryz.referral.proceedings.Fact.InternationalTransmitted;
import org.aryz.referral.proceedings.Fact.JudgmentGiven;
import org.aryz.referral.proceedings.Fact.LetterAnswered;
import org.aryz.referral.proceedings.Fact.LetterRegistered;
import org.aryz.referral.proceedings.Fact.OfReferral;
import org.aryz.referral.proceedings.Fact.OfSuspect;
import org.aryz.referral.proceedings.Fact.Qualification;
import org.aryz.referral.proceedings.Fact.QualificationChanged;
import org.aryz.referral.proceedings.Fact.QualificationSet;
import org.aryz.referral.proceedings.Fact.ReferralDelivered;
import org.aryz.referral.proceedings.Fact.ReferralForwarded;
import org.aryz.referral.proceedings.Fact.ReferralReturned;
import org.aryz.referral.proceedings.Fact.RegistrationRefused;
import org.aryz.referral.proceedings.Fact.RemediesExhausted;
import org.aryz.referral.proceedings.Fact.RemedyAnswered;
import org.aryz.referral.proceedings.Fact.RemedyLodged;
import org.aryz.referral.proceedings.Fact.SuspectAbsconded;
import org.aryz.referral.proceedings.Fact.SuspectFound;
import org.aryz.referral.proceedings.Fact.SuspectIdentified;
import org.aryz.referral.proceedings.ProceedingsCommand.RecordFact;
import org.aryz.referral.proceedings.ProceedingsEvent.FactRecorded;
import org.jspecify.annotations.Nullable;

/** The facts that were told of proceedings, and which more fit to them. They may come in any order of telling; their days count. */
public record Timeline(List<FactRecorded> facts) {
    static final Timeline EMPTY = new Timeline(List.of());

    public Timeline {
        facts = List.copyOf(facts);
    }

    Timeline after(FactRecorded recorded) {
        var all = new ArrayList<>(facts);
        all.add(recorded);
        return new Timeline(all);
    }

    FactRecorded decide(RecordFact command) {
        var received = command.receivedAt();
        refuseIf(received != null && received.isBefore(command.occurredAt()), Rejection.RECEIVED_BEFORE_OCCURRED);
        check(command);
        return new FactRecorded(command.complaint(), filledIn(command), command.occurredAt(), received, command.note());
    }

    private Fact filledIn(RecordFact command) {
        return switch (command.fact()) {
            case LetterRegistered letter -> new LetterRegistered(command.id(), letter.authority());
            case SuspectIdentified suspect -> new SuspectIdentified(command.id(), suspect.agency());
            case RemedyLodged lodged ->
                new RemedyLodged(command.id(), lodged.referral(), lodged.against(), lodged.level());
            case RemedyAnswered answered -> {
                var lodged = lodged(answered.remedy()).fact();
                yield new RemedyAnswered(answered.remedy(), lodged.referral(), lodged.against(), lodged.level());
            }
            case ReferralForwarded forwarded ->
                new ReferralForwarded(forwarded.referral(), forwarded.authority(), command.nearTheAccused());
            case ReferralDelivered delivered ->
                new ReferralDelivered(
                        delivered.referral(), referral(delivered, command).to());
            case RegistrationRefused refused ->
                new RegistrationRefused(
                        refused.referral(), referral(refused, command).to());
            case ReferralReturned returned ->
                new ReferralReturned(
                        returned.referral(), referral(returned, command).to());
            case Fact complete -> complete;
        };
    }

    private void check(RecordFact command) {
        var on = command.occurredAt();
        switch (command.fact()) {
            case LetterAnswered answered -> checkAnswer(answered, on);
            case RemedyAnswered answered -> checkAnswer(answered, on);
            case OfReferral fact -> checkReferral(fact, command);
            case OfSuspect fact -> checkSuspect(fact, on);
            case Qualification fact -> checkQualification(fact, on);
            case CaseSentToCourt sent -> checkNamed(sent.suspect());
            case JudgmentGiven given -> checkNamed(given.suspect());
            case International fact -> checkInternational(fact, on);
            case RemediesExhausted _ ->
                refuseIf(told(RemediesExhausted.class, _ -> true).findAny().isPresent(), Rejection.ALREADY_EXHAUSTED);
            case LetterRegistered _, SuspectIdentified _ -> {
                // The first word of something follows nothing.
            }
        }
    }

    private void checkAnswer(LetterAnswered answered, LocalDate on) {
        var registered = told(LetterRegistered.class, fact -> answered.letter().equals(fact.letter()))
                .findFirst()
                .orElseThrow(() -> new RejectedCommand(Rejection.UNKNOWN_LETTER));
        refuseIf(on.isBefore(registered.on()), Rejection.BEFORE_WHAT_IT_FOLLOWS);
        var earlier = told(LetterAnswered.class, fact -> fact.letter().equals(answered.letter()));
        refuseIf(earlier.findAny().isPresent(), Rejection.ALREADY_ANSWERED);
    }

    private void checkAnswer(RemedyAnswered answered, LocalDate on) {
        refuseIf(on.isBefore(lodged(answered.remedy()).on()), Rejection.BEFORE_WHAT_IT_FOLLOWS);
        var earlier = told(RemedyAnswered.class, fact -> fact.remedy().equals(answered.remedy()));
        refuseIf(earlier.findAny().isPresent(), Rejection.ALREADY_ANSWERED);
    }

    private Told<RemedyLodged> lodged(UUID remedy) {
        return told(RemedyLodged.class, fact -> remedy.equals(fact.remedy()))
                .findFirst()
                .orElseThrow(() -> new RejectedCommand(Rejection.UNKNOWN_REMEDY));
    }

    private void checkReferral(OfReferral fact, RecordFact command) {
        var on = command.occurredAt();
        var referral = referral(fact, command);
        refuseIf(on.isBefore(referral.sentOn()), Rejection.BEFORE_WHAT_IT_FOLLOWS);
        switch (fact) {
            case RemedyLodged lodged -> checkAgainst(lodged.against(), referral, on);
            case ExtensionGranted granted -> refuseIf(!granted.until().isAfter(on), Rejection.UNTIL_NOT_LATER);
            case ForensicExamConcluded concluded -> refuseIf(openExams(concluded, on) < 1, Rejection.NO_EXAM_ORDERED);
            case ReferralDelivered delivered ->
                refuseIf(
                        told(ReferralDelivered.class, isOf(delivered)).findAny().isPresent(),
                        Rejection.ALREADY_DELIVERED);
            case ForensicExamOrdered _, RegistrationRefused _, ReferralForwarded _, ReferralReturned _ -> {
                // That may happen at any time, and again.
            }
        }
    }

    private static KnownReferral referral(OfReferral fact, RecordFact command) {
        return command.referrals().stream()
                .filter(known -> known.id().equals(fact.referral()))
                .findFirst()
                .orElseThrow(() -> new RejectedCommand(Rejection.UNKNOWN_REFERRAL));
    }

    private static <F extends OfReferral> Predicate<F> isOf(OfReferral fact) {
        return other -> other.referral().equals(fact.referral());
    }

    private static void checkAgainst(@Nullable UUID decision, KnownReferral referral, LocalDate on) {
        if (decision == null) {
            return;
        }
        var made = referral.decisions().get(decision);
        refuseIf(made == null, Rejection.UNKNOWN_DECISION_AGAINST);
        refuseIf(made != null && on.isBefore(made), Rejection.BEFORE_WHAT_IT_FOLLOWS);
    }

    private long openExams(ForensicExamConcluded concluded, LocalDate on) {
        var ordered = told(ForensicExamOrdered.class, isOf(concluded))
                .filter(order -> !order.on().isAfter(on))
                .count();
        return ordered - told(ForensicExamConcluded.class, isOf(concluded)).count();
    }

    private void checkSuspect(OfSuspect fact, LocalDate on) {
        checkNamed(fact.suspect());
        var fled = fled(fact.suspect(), on);
        refuseIf(fact instanceof SuspectAbsconded && fled, Rejection.ALREADY_ABSCONDED);
        refuseIf(fact instanceof SuspectFound && !fled, Rejection.NOT_ABSCONDED);
    }

    /** By what was told to have happened last by then; of one day, by what was told last. */
    private boolean fled(UUID suspect, LocalDate by) {
        return told(OfSuspect.class, fact -> fact.suspect().equals(suspect))
                .filter(fact -> fact.fact() instanceof SuspectAbsconded || fact.fact() instanceof SuspectFound)
                .filter(fact -> !fact.on().isAfter(by))
                .sorted(Comparator.comparing(Told::on))
                .reduce((_, later) -> later)
                .filter(last -> last.fact() instanceof SuspectAbsconded)
                .isPresent();
    }

    private void checkQualification(Qualification fact, LocalDate on) {
        checkNamed(fact.suspect());
        var from = fact.from();
        refuseIf(from != null && from.isAfter(on), Rejection.FROM_LATER);
        var before = told(Qualification.class, earlier -> Objects.equals(earlier.suspect(), fact.suspect()))
                .findAny()
                .isPresent();
        switch (fact) {
            case QualificationSet _ -> refuseIf(before, Rejection.ALREADY_QUALIFIED);
            case QualificationChanged _ -> refuseIf(!before, Rejection.NOT_QUALIFIED);
        }
    }

    /** A suspect is named by the id that identifying gave. */
    private void checkNamed(@Nullable UUID suspect) {
        refuseIf(
                suspect != null
                        && told(SuspectIdentified.class, fact -> suspect.equals(fact.suspect()))
                                .findAny()
                                .isEmpty(),
                Rejection.UNKNOWN_SUSPECT);
    }

    private void checkInternational(International fact, LocalDate on) {
        switch (fact) {
            case InternationalFiled _ -> {
                // It may be filed anew at any time.
            }
            case InternationalReplied _ -> {
                var asked = reached(fact, on, InternationalTransmitted.class)
                        || reached(fact, on, InternationalDecided.class);
                refuseIf(!asked, Rejection.STATE_NOT_ASKED);
            }
            case International _ -> refuseIf(!reached(fact, on, InternationalFiled.class), Rejection.NOT_FILED);
        }
    }

    private boolean reached(International fact, LocalDate by, Class<? extends International> step) {
        return told(step, earlier -> earlier.body() == fact.body())
                .anyMatch(earlier -> !earlier.on().isAfter(by));
    }

    /** A fact of one kind, and its day. */
    private record Told<F extends Fact>(F fact, LocalDate on) {}

    private <F extends Fact> Stream<Told<F>> told(Class<F> kind, Predicate<F> which) {
        return facts.stream()
                .flatMap(recorded -> Optional.of(recorded.fact())
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .filter(which)
                        .map(fact -> new Told<>(fact, recorded.occurredAt()))
                        .stream());
    }

    private static void refuseIf(boolean condition, Rejection reason) {
        if (condition) {
            throw new RejectedCommand(reason);
        }
    }
}
