package org.aryz.eventlog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.aryz.eventlog.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecodingTest {
    private static final String ID = "0192f0c1-0000-7000-8000-000000000001";

    private static ConsumerRecord<String, byte[]> record(
            byte @Nullable [] value, Consumer<Map<String, String>> changed) {
        var headers = new HashMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", ID,
                "ce_source", "/thing/log/stream",
                "ce_type", "thing.happened",
                "ce_subject", "subject",
                "ce_time", "2026-03-01T10:15:30Z",
                "ce_sequence", "7",
                "content-type", "application/json"));
        changed.accept(headers);
        var record = new ConsumerRecord<String, byte[]>("topic", 0, 0, "subject", value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    @Test
    void aCloudEventIsReadWithItsPlaceInItsSource() {
        var read = EventDecoding.decode(record("{\"a\":1}".getBytes(UTF_8), _ -> {}))
                .orElseThrow();

        assertThat(read.id()).isEqualTo(UUID.fromString(ID));
        assertThat(read.receipt()).isEqualTo(new Receipt("/thing/log/stream", 7, "topic/subject"));
        assertThat(read.type()).isEqualTo("thing.happened");
        assertThat(read.subject()).isEqualTo("subject");
        assertThat(read.time()).isEqualTo(Instant.parse("2026-03-01T10:15:30Z"));
        assertThat(read.data().get("a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_sequence"})
    void aRecordThatLacksAnAttributeIsNoEvent(String missing) {
        assertThat(EventDecoding.decode(record("{}".getBytes(UTF_8), headers -> headers.remove(missing))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ce_id, 17", "ce_sequence, first", "ce_sequence, 0", "ce_time, yesterday", "ce_source, not a uri"})
    void aRecordWithABadAttributeIsNoEvent(String name, String bad) {
        assertThat(EventDecoding.decode(record("{}".getBytes(UTF_8), headers -> headers.put(name, bad))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "\"text\""})
    void dataThatIsNotAJsonObjectIsNoEvent(String data) {
        assertThat(EventDecoding.decode(record(data.getBytes(UTF_8), _ -> {}))).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadMayStillTellItsPlace() {
        assertThat(EventDecoding.place(record("{".getBytes(UTF_8), _ -> {})))
                .contains(new Place(new Lane("topic", "subject"), "/thing/log/stream", 7, "thing.happened"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_subject", "ce_source", "ce_sequence", "ce_type"})
    void withoutOneOfItsPartsThereIsNoPlace(String missing) {
        assertThat(EventDecoding.place(record("{}".getBytes(UTF_8), headers -> headers.remove(missing))))
                .isEmpty();
        assertThat(EventDecoding.place(record("{}".getBytes(UTF_8), headers -> headers.put(missing, "two words"))))
                .isEmpty();
    }

    @Test
    void onlyIdsAndCodesAreToldOfARecordWithoutAPlace() {
        var words = record("{}".getBytes(UTF_8), headers -> headers.put("ce_type", "A. Person"));
        var codes = record("{}".getBytes(UTF_8), headers -> headers.put("ce_subject", ID));

        assertThat(EventDecoding.type(words)).isEmpty();
        assertThat(EventDecoding.subject(words)).isEmpty();
        assertThat(EventDecoding.type(codes)).contains("thing.happened");
        assertThat(EventDecoding.subject(codes)).contains(ID);
    }

    @Test
    void aTombstoneIsNoEvent() {
        assertThat(EventDecoding.decode(record(null, _ -> {}))).isEmpty();
    }
}
