package org.aryz.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.intake.ComplaintCommand.RecordFact;
import org.aryz.intake.ComplaintEvent.FactRecorded;
import org.aryz.intake.Fact.CustodyOrdered;
import org.aryz.intake.Fact.DetentionEnded;
import org.aryz.intake.Fact.DetentionRecorded;
import org.aryz.intake.Fact.DoctorReportConfirmed;
import org.aryz.intake.Fact.DoctorReportSent;
import org.aryz.intake.Fact.EvidenceAdded;
import org.aryz.intake.Fact.FamilyNotified;
import org.aryz.intake.Fact.IncidentDated;
import org.aryz.intake.Fact.VideoPreservationRequested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which facts fit to those told before. Days are of March 2025. */
class TimelineTest {
    private static final UUID ID = UUID.fromString("01955f9c-1e30-7b42-8a55-6c7d8e9f0a01");
    private static final UUID ACT =
            Complaints.received().allegations().getFirst().id();
    private static final Fact DETAINED = new DetentionRecorded(PlaceType.POLICE_STATION, new RegionCode("KG-GB"));
    private static final Fact RELEASED = new DetentionEnded(DetentionEnd.RELEASED);
    private static final Fact BEFORE_JUDGE = new DetentionEnded(DetentionEnd.BEFORE_JUDGE);
    private static final Fact MOVED = new DetentionEnded(DetentionEnd.MOVED);
    private static final Fact CUSTODY = custodyUntil("2025-05-05");
    private static final Fact FAMILY = new FamilyNotified();
    private static final Fact REPORT = new DoctorReportSent();
    private static final Fact CONFIRMED = new DoctorReportConfirmed();

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("not-detained", on("05", RELEASED)),
                refused("not-detained", on("05", BEFORE_JUDGE)),
                refused("not-detained", on("05", DETAINED), on("04", RELEASED)),
                refused("not-detained", on("03", DETAINED), on("04", RELEASED), on("05", RELEASED)),
                refused("not-detained", on("05", FAMILY)),
                refused("not-detained", on("05", DETAINED), on("04", FAMILY)),
                refused("detained-already", on("03", DETAINED), on("04", DETAINED)),
                refused("detained-already", on("03", DETAINED), on("06", RELEASED), on("04", DETAINED)),
                refused("no-doctor-report", on("05", CONFIRMED)),
                refused("no-doctor-report", on("05", REPORT), on("04", CONFIRMED)),
                refused("before-occurred", on("05", custodyUntil("2025-03-04"))),
                refused("out-of-range", on("05", new VideoPreservationRequested(0))),
                refused("out-of-range", on("05", new VideoPreservationRequested(3651))),
                refused("unknown-allegation", on("05", new IncidentDated(ID, null))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theLastOfTheseDoesNotFit(String reason, List<FactRecorded> facts) {
        var before = after(facts.subList(0, facts.size() - 1));
        var last = facts.getLast();

        assertThatThrownBy(() -> decide(before, last))
                .isInstanceOfSatisfying(RejectedCommand.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(reason));
    }

    static Stream<List<FactRecorded>> accepted() {
        return Stream.of(
                List.of(on("03", DETAINED), on("05", RELEASED)),
                List.of(on("03", DETAINED), on("05", BEFORE_JUDGE), on("05", CUSTODY), on("20", RELEASED)),
                List.of(on("03", DETAINED), on("05", MOVED), on("05", DETAINED), on("06", RELEASED)),
                List.of(on("03", DETAINED), on("03", RELEASED), on("03", DETAINED)),
                List.of(on("10", DETAINED), on("03", DETAINED), on("05", RELEASED), on("11", RELEASED)),
                List.of(on("05", CUSTODY), on("20", RELEASED)),
                List.of(on("03", DETAINED), on("03", FAMILY)),
                List.of(between("03", "06", DETAINED), on("04", RELEASED)),
                List.of(on("04", REPORT), on("04", CONFIRMED)),
                List.of(on("05", new VideoPreservationRequested(null))),
                List.of(on("05", new IncidentDated(ACT, true))));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theseFit(List<FactRecorded> facts) {
        assertThat(after(facts).facts()).isEqualTo(facts);
    }

    @Test
    void whatIsAddedToTheFileGetsAnId() {
        var added = decide(after(List.of()), on("05", new EvidenceAdded(null, EvidenceKind.DETENTION_PROTOCOL)));

        assertThat(added.fact()).isEqualTo(new EvidenceAdded(ID, EvidenceKind.DETENTION_PROTOCOL));
    }

    private static Timeline after(List<FactRecorded> facts) {
        var timeline = Timeline.of(Complaints.received());
        for (var fact : facts) {
            timeline = timeline.after(decide(timeline, fact));
        }
        return timeline;
    }

    private static FactRecorded decide(Timeline timeline, FactRecorded told) {
        return timeline.decide(new RecordFact(told.fact(), told.occurredAt(), told.receivedAt(), ID, told.note()));
    }

    private static Arguments refused(String reason, FactRecorded... facts) {
        return Arguments.of(reason, List.of(facts));
    }

    private static FactRecorded on(String day, Fact fact) {
        return new FactRecorded(fact, march(day), null, null);
    }

    private static FactRecorded between(String from, String to, Fact fact) {
        return new FactRecorded(fact, new When.Between(march(from), march(to)), null, null);
    }

    private static Moment march(String day) {
        return Moment.parse("2025-03-" + day);
    }

    private static Fact custodyUntil(String day) {
        return new CustodyOrdered(LocalDate.parse(day));
    }
}
