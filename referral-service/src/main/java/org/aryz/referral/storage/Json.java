package org.aryz.referral.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Words for reading and writing stored JSON: what is absent is null, what must be there is asked for by name. */
final class Json {
    private static final ObjectReader READER = new ObjectMapper().reader();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode read(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** With seconds, as {@link OffsetDateTime#toString} leaves them out where they are zero. */
    static String text(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    static Optional<JsonNode> find(JsonNode data, String field) {
        return Optional.ofNullable(data.get(field)).filter(value -> !value.isNull());
    }

    static Optional<LocalDate> findDate(JsonNode data, String field) {
        return find(data, field).map(day -> LocalDate.parse(day.textValue()));
    }

    static String text(JsonNode data, String field) {
        return find(data, field)
                .map(JsonNode::textValue)
                .orElseThrow(() -> new IllegalArgumentException("Stored data lacks " + field));
    }

    static UUID uuid(JsonNode data, String field) {
        return UUID.fromString(text(data, field));
    }
}
