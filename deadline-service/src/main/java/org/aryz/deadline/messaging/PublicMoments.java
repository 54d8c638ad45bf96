package org.aryz.deadline.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.aryz.deadline.Occurred;

/** When something happened, as public events say it: a day, a moment with its offset, or a range of either. */
final class PublicMoments {
    private PublicMoments() {}

    static Occurred read(JsonNode when) {
        return when.isTextual()
                ? Occurred.between(when.textValue(), when.textValue())
                : Occurred.between(
                        text(when, "earliest"), text(when, when.hasNonNull("latest") ? "latest" : "earliest"));
    }

    private static String text(JsonNode range, String field) {
        return Objects.requireNonNull(range.required(field).textValue(), field);
    }
}
