package org.aryz.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a rule can start from, be met, suspended or ended by.
 *
 * @param id names the fact, not the message that told it: told again later, it replaces what was told before
 * @param received when we learnt of it by a document, where that was later
 * @param toldAt when the owner of the fact recorded it
 * @param fields the public codes and ids that rules look at
 */
public record Fact(
        String id,
        String type,
        Occurred occurred,
        @Nullable Occurred received,
        Instant toldAt,
        Map<String, List<String>> fields) {
    public Fact {
        fields = Map.copyOf(fields);
    }

    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public @Nullable String one(String field) {
        var values = all(field);
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The fact as a reason code, such as {@code suspect-absconded} or {@code decision-made-suspended}. */
    String asReason() {
        var kind = type.startsWith("decision.") ? one("kind") : null;
        return type.replace('.', '-') + (kind == null ? "" : "-" + kind);
    }
}
