package org.aryz.referral.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.RejectedCommand;
import org.aryz.referral.Rejection;
import org.aryz.referral.Samples;
import org.aryz.referral.proceedings.Fact.CaseSentToCourt;
import org.aryz.referral.proceedings.Fact.ExtensionGranted;
import org.aryz.referral.proceedings.Fact.ForensicExamConcluded;
import org.aryz.referral.proceedings.Fact.ForensicExamOrdered;
import org.aryz.referral.proceedings.Fact.InternationalDecided;
import org.aryz.referral.proceedings.Fact.InternationalFiled;
import org.aryz.referral.proceedings.Fact.InternationalRegistered;
import org.aryz.referral.proceedings.Fact.InternationalReplied;
import org.aryz.referral.proceedings.Fact.InternationalTransmitted;
import org.aryz.referral.proceedings.Fact.LetterAnswered;
import org.aryz.referral.proceedings.Fact.LetterRegistered;
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
import org.aryz.referral.proceedings.Fact.SuspicionNotified;
import org.aryz.referral.proceedings.ProceedingsCommand.RecordFact;
import org.aryz.referral.proceedings.ProceedingsEvent.FactRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which facts fit to those told before. Days are of March 2025; what a fact begins gets one id, so that later ones can name it. */
class TimelineTest {
    private static final UUID ID = Samples.SUSPECT;
    private static final UUID REFERRAL = Samples.REFERRAL;
    private static final UUID REFUSAL = Samples.DECISION.value();
    private static final UUID OTHER = UUID.fromString("0195b3c4-6d70-7e88-8f10-1b2c3d4e5f02");
    private static final List<KnownReferral> REFERRALS = List.of(
            new KnownReferral(REFERRAL, new AuthorityCode("kg-npm"), march("04"), Map.of(REFUSAL, march("14"))));

    private static final Fact DELIVERED = new ReferralDelivered(REFERRAL, null);
    private static final Fact LETTER = new LetterRegistered(null, new AuthorityCode("kg-ombudsman"));
    private static final Fact ANSWER = new LetterAnswered(ID, null);
    private static final Fact REMEDY = new RemedyLodged(null, REFERRAL, REFUSAL, RemedyLevel.JUDGE);
    private static final Fact REMEDY_ANSWER = new RemedyAnswered(ID, null, null, null);
    private static final Fact ORDERED = new ForensicExamOrdered(REFERRAL);
    private static final Fact CONCLUDED = new ForensicExamConcluded(REFERRAL);
    private static final Fact SUSPECT = new SuspectIdentified(null, Agency.CRIMINAL_POLICE);
    private static final Fact FLED = new SuspectAbsconded(ID);
    private static final Fact FOUND = new SuspectFound(ID);
    private static final Fact SET = new QualificationSet(ID, article(), OffenceClass.GRAVE, null);
    private static final Fact CHANGED = new QualificationChanged(ID, article(), OffenceClass.LESS_GRAVE, null);
    private static final Fact EXHAUSTED = new RemediesExhausted();
    private static final Fact FILED = new InternationalFiled(InternationalBody.WGAD);
    private static final Fact TRANSMITTED = new InternationalTransmitted(InternationalBody.WGAD);
    private static final Fact REPLIED = new InternationalReplied(InternationalBody.WGAD);
    private static final Fact DECIDED = new InternationalDecided(InternationalBody.WGAD);

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(Rejection.BEFORE_WHAT_IT_FOLLOWS, on("03", DELIVERED)),
                refused(Rejection.UNKNOWN_REFERRAL, on("05", new RegistrationRefused(OTHER, null))),
                refused(Rejection.ALREADY_DELIVERED, on("05", DELIVERED), on("06", DELIVERED)),
                refused(Rejection.UNKNOWN_LETTER, on("12", ANSWER)),
                refused(Rejection.BEFORE_WHAT_IT_FOLLOWS, on("12", LETTER), on("11", ANSWER)),
                refused(Rejection.ALREADY_ANSWERED, on("12", LETTER), on("13", ANSWER), on("14", ANSWER)),
                refused(Rejection.UNKNOWN_REMEDY, on("20", REMEDY_ANSWER)),
                refused(Rejection.UNKNOWN_REMEDY, on("12", LETTER), on("20", REMEDY_ANSWER)),
                refused(Rejection.BEFORE_WHAT_IT_FOLLOWS, on("20", REMEDY), on("19", REMEDY_ANSWER)),
                refused(Rejection.ALREADY_ANSWERED, on("20", REMEDY), on("20", REMEDY_ANSWER), on("21", REMEDY_ANSWER)),
                refused(Rejection.BEFORE_WHAT_IT_FOLLOWS, on("13", REMEDY)),
                refused(Rejection.UNKNOWN_REFERRAL, on("20", new ForensicExamOrdered(OTHER))),
                refused(
                        Rejection.UNKNOWN_DECISION_AGAINST,
                        on("20", new RemedyLodged(null, REFERRAL, OTHER, RemedyLevel.JUDGE))),
                refused(Rejection.BEFORE_WHAT_IT_FOLLOWS, on("03", ORDERED)),
                refused(Rejection.NO_EXAM_ORDERED, on("20", CONCLUDED)),
                refused(Rejection.NO_EXAM_ORDERED, on("21", ORDERED), on("20", CONCLUDED)),
                refused(Rejection.NO_EXAM_ORDERED, on("07", ORDERED), on("20", CONCLUDED), on("21", CONCLUDED)),
                refused(Rejection.UNTIL_NOT_LATER, on("20", extensionUntil("20"))),
                refused(Rejection.UNKNOWN_SUSPECT, on("20", new SuspicionNotified(ID))),
                refused(Rejection.UNKNOWN_SUSPECT, on("20", SET)),
                refused(Rejection.UNKNOWN_SUSPECT, on("20", new CaseSentToCourt(ID, court(), null))),
                refused(Rejection.ALREADY_ABSCONDED, on("02", SUSPECT), on("05", FLED), on("06", FLED)),
                refused(Rejection.NOT_ABSCONDED, on("02", SUSPECT), on("05", FOUND)),
                refused(Rejection.NOT_ABSCONDED, on("02", SUSPECT), on("05", FLED), on("04", FOUND)),
                refused(Rejection.ALREADY_QUALIFIED, on("02", SUSPECT), on("05", SET), on("06", SET)),
                refused(Rejection.NOT_QUALIFIED, on("02", SUSPECT), on("05", CHANGED)),
                refused(Rejection.FROM_LATER, on("05", qualifiedFrom("06"))),
                refused(Rejection.ALREADY_EXHAUSTED, on("05", EXHAUSTED), on("06", EXHAUSTED)),
                refused(Rejection.RECEIVED_BEFORE_OCCURRED, received("04", on("05", EXHAUSTED))),
                refused(Rejection.NOT_FILED, on("05", TRANSMITTED)),
                refused(Rejection.NOT_FILED, on("05", new InternationalRegistered(InternationalBody.HRC))),
                refused(Rejection.NOT_FILED, on("05", FILED), on("04", DECIDED)),
                refused(
                        Rejection.NOT_FILED,
                        on("05", FILED),
                        on("06", new InternationalDecided(InternationalBody.HRC))),
                refused(Rejection.STATE_NOT_ASKED, on("05", FILED), on("06", REPLIED)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theLastOfTheseDoesNotFit(Rejection reason, List<FactRecorded> facts) {
        var before = after(facts.subList(0, facts.size() - 1));
        var last = facts.getLast();

        assertThatThrownBy(() -> decide(before, last))
                .isInstanceOfSatisfying(RejectedCommand.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }

    static Stream<List<FactRecorded>> accepted() {
        return Stream.of(
                List.of(on("12", LETTER), on("12", ANSWER)),
                List.of(on("14", REMEDY), on("20", REMEDY_ANSWER)),
                List.of(on("20", new RemedyLodged(null, REFERRAL, null, RemedyLevel.PROSECUTOR))),
                List.of(on("07", ORDERED), on("08", ORDERED), on("20", CONCLUDED), on("20", CONCLUDED)),
                List.of(on("20", extensionUntil("21"))),
                List.of(on("02", SUSPECT), on("05", FLED), on("06", FOUND), on("07", FLED), on("07", FOUND)),
                List.of(on("02", SUSPECT), on("09", FLED), on("05", FLED), on("06", FOUND)),
                List.of(on("02", SUSPECT), on("05", SET), on("06", CHANGED), on("07", qualifiedFrom("07"))),
                List.of(on("05", new CaseSentToCourt(null, court(), SentToCourtBy.PROSECUTOR))),
                List.of(received("06", on("05", EXHAUSTED))),
                List.of(
                        on("05", FILED),
                        on("06", TRANSMITTED),
                        on("07", REPLIED),
                        on("08", DECIDED),
                        on("09", REPLIED)));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theseFit(List<FactRecorded> facts) {
        assertThat(after(facts).facts()).hasSameSizeAs(facts);
    }

    @Test
    void anAnswerTellsWhatItsRemedyWas() {
        var answered = decide(after(List.of(on("20", REMEDY))), on("21", REMEDY_ANSWER));

        assertThat(answered.fact()).isEqualTo(new RemedyAnswered(ID, REFERRAL, REFUSAL, RemedyLevel.JUDGE));
    }

    @Test
    void whatIsToldOfAReferralNamesItsAuthorityAndForwardingIsFlagged() {
        var to = new AuthorityCode("kg-npm");
        var police = new AuthorityCode("kg-prosecutor-bishkek");

        assertThat(fact(DELIVERED)).isEqualTo(new ReferralDelivered(REFERRAL, to));
        assertThat(fact(new RegistrationRefused(REFERRAL, null))).isEqualTo(new RegistrationRefused(REFERRAL, to));
        assertThat(fact(new ReferralReturned(REFERRAL, null))).isEqualTo(new ReferralReturned(REFERRAL, to));
        assertThat(fact(new ReferralForwarded(REFERRAL, police, null)))
                .isEqualTo(new ReferralForwarded(REFERRAL, police, true));
    }

    private static Fact fact(Fact told) {
        return decide(Timeline.EMPTY, on("20", told)).fact();
    }

    private static Timeline after(List<FactRecorded> facts) {
        var timeline = Timeline.EMPTY;
        for (var fact : facts) {
            timeline = timeline.after(decide(timeline, fact));
        }
        return timeline;
    }

    private static FactRecorded decide(Timeline timeline, FactRecorded told) {
        return timeline.decide(new RecordFact(
                told.complaint(), told.fact(), told.occurredAt(), told.receivedAt(), ID, told.note(), REFERRALS, true));
    }

    private static Arguments refused(Rejection reason, FactRecorded... facts) {
        return Arguments.of(reason, List.of(facts));
    }

    private static FactRecorded on(String day, Fact fact) {
        return new FactRecorded(Samples.COMPLAINT, fact, march(day), null, null);
    }

    private static FactRecorded received(String day, FactRecorded fact) {
        return new FactRecorded(fact.complaint(), fact.fact(), fact.occurredAt(), march(day), null);
    }

    private static LocalDate march(String day) {
        return LocalDate.parse("2025-03-" + day);
    }

    private static Fact extensionUntil(String day) {
        return new ExtensionGranted(REFERRAL, new TermCode("KG-INV-2021"), march(day));
    }

    private static Fact qualifiedFrom(String day) {
        return new QualificationSet(null, article(), OffenceClass.GRAVE, march(day));
    }

    private static ListedCode article() {
        return new ListedCode("kg-cc-2021-137-2");
    }

    private static ListedCode court() {
        return new ListedCode("kg-court-osh");
    }
}
