package org.aryz.deadline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.deadline.Contract;
import org.aryz.deadline.Fact;
import org.aryz.deadline.Occurred;
import org.aryz.eventlog.Receipt;
import org.aryz.eventlog.kafka.ReceivedEvent;
import org.aryz.testplatform.PublishedEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every approved sample of the topics subscribed to can be read, and tells what rules ask for. */
class FactReaderTest {
    private static final UUID EVENT = UUID.fromString("01955f6b-1111-7a10-8c20-000000000001");
    private static final Instant TIME = Instant.parse("2025-03-04T09:12:32Z");

    static Stream<Contract> everySample() {
        return Stream.of("aryz.complaints", "aryz.referrals")
                .flatMap(topic -> PublishedEvents.typesOn(topic).stream().map(type -> new Contract(topic, type)));
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void everyApprovedSampleIsRead(Contract contract) {
        var note = FactReader.read(event(contract.type(), contract.sample()));

        assertThat(note.complaint().reference()).isNotEmpty();
        assertThat(note.facts()).isNotEmpty().allSatisfy(fact -> assertThat(fact.toldAt())
                .isEqualTo(TIME));
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void everyPublishedTypeIsKnown(Contract contract) {
        assertThat(FactReader.knows(contract.type())).isTrue();
    }

    @Test
    void aTypeNobodyPublishedYetIsNotKnown() {
        assertThat(FactReader.knows("something.unheard-of")).isFalse();
    }

    @Test
    void aComplaintTellsOfItselfAndOfEachAct() {
        var facts = read("aryz.complaints", "complaint.received");

        assertThat(facts)
                .extracting(Fact::type)
                .containsExactly("complaint.received", "incident.dated", "incident.dated");
        assertThat(facts.getFirst().id()).isEqualTo(EVENT.toString());
        assertThat(facts.getFirst().all("flags")).containsExactly("in-custody");
        assertThat(facts.getFirst().one("zone")).isEqualTo("Asia/Bishkek");
        assertThat(facts.get(1).id()).isEqualTo("01955f6a-2c41-7a00-9c11-2f4d6b8a0c01");
        assertThat(facts.get(1).one("allegation-kind")).isEqualTo("torture");
        assertThat(facts.get(1).occurred())
                .isEqualTo(
                        new Occurred.At(Instant.parse("2025-03-03T15:00:00Z"), Instant.parse("2025-03-03T20:00:00Z")));
        assertThat(facts.get(2).occurred()).isEqualTo(Occurred.between("2025-03-04", "2025-03-04"));
    }

    @Test
    void anActDatedAnewIsTheSameFact() {
        assertThat(read("aryz.complaints", "incident.dated")).singleElement().satisfies(fact -> {
            assertThat(fact.id()).isEqualTo("01955f6a-2c41-7a00-9c11-2f4d6b8a0c01");
            assertThat(fact.one("allegation")).isEqualTo(fact.id());
        });
    }

    @Test
    void aDecisionHasTheDayItWasMadeAndTheDayItCame() {
        assertThat(read("aryz.referrals", "decision.made")).singleElement().satisfies(fact -> {
            assertThat(fact.occurred()).isEqualTo(Occurred.between("2025-03-14", "2025-03-14"));
            assertThat(fact.received()).isEqualTo(Occurred.between("2025-03-19", "2025-03-19"));
            assertThat(fact.one("kind")).isEqualTo("opened");
            assertThat(fact.one("referral")).isEqualTo("0195602b-91d0-7f3a-a1c4-7e5d3b2a1901");
            assertThat(fact.one("decision")).isEqualTo("01958a11-4b20-7c55-b2d8-9a1e4f6c0701");
        });
    }

    @Test
    void aRemedyBelongsToTheDecisionItIsAgainst() {
        assertThat(read("aryz.referrals", "remedy.lodged"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.one("decision")).isEqualTo("01958a11-4b20-7c55-b2d8-9a1e4f6c0701"));
    }

    @Test
    void anExtensionNamesItsTermAndItsDay() {
        assertThat(FactReader.tells("extension.granted")).isTrue();
        assertThat(read("aryz.referrals", "extension.granted")).singleElement().satisfies(fact -> {
            assertThat(fact.one("term")).isEqualTo("KG-INV-60D");
            assertThat(fact.one("until")).isEqualTo("2025-07-15");
        });
    }

    @Test
    void whatMovesNoDeadlineIsNoFact() {
        assertThat(FactReader.tells("representative.changed")).isFalse();
        assertThat(FactReader.tells("something.unheard-of")).isFalse();
        assertThat(FactReader.tells("complaint.closed")).isTrue();
    }

    @Test
    void whatIsNoCodeGoesNoFurther() {
        var data = new Contract("aryz.complaints", "complaint.received").sample();
        data.put("name", "CANARY").put("channel", "CANARY of a person").put("narrative", "CANARY");

        assertThat(FactReader.read(event("complaint.received", data)).toString())
                .doesNotContain("CANARY");
    }

    private static List<Fact> read(String topic, String type) {
        return FactReader.read(event(type, new Contract(topic, type).sample())).facts();
    }

    private static ReceivedEvent event(String type, ObjectNode data) {
        return new ReceivedEvent(
                EVENT,
                new Receipt("/intake/log/stream", 1),
                type,
                data.path("complaintId").asText(),
                TIME,
                data);
    }
}
