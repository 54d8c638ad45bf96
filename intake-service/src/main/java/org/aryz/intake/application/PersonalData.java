package org.aryz.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.UUID;
import org.aryz.eventlog.seal.Opened;
import org.jspecify.annotations.Nullable;

/** What the sealed units of a complaint say, or {@code {"erased": true}} where the key of one was destroyed. */
public record PersonalData(
        @Nullable JsonNode complainant,
        @Nullable JsonNode victim,
        @Nullable JsonNode representative,
        @Nullable JsonNode narrative) {

    /** What those may see who may not see personal data. */
    static final PersonalData NONE = new PersonalData(null, null, null, null);

    /** What one unit says; nothing if there is none. */
    static @Nullable JsonNode told(@Nullable UUID unit, Map<UUID, Opened> opened) {
        return switch (unit == null ? null : opened.get(unit)) {
            case null -> null;
            case Opened.Plain(var json) -> IntakeJson.read(json, JsonNode.class);
            case Opened.Erased _ -> JsonNodeFactory.instance.objectNode().put("erased", true);
        };
    }
}
