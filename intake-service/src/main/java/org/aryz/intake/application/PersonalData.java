package org.aryz.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What the sealed units of a complaint say, or {@code {"erased": true}} where the key of one was destroyed. */
public record PersonalData(
        @Nullable JsonNode complainant,
        @Nullable JsonNode victim,
        @Nullable JsonNode representative,
        @Nullable JsonNode narrative) {

    /** What those may see who may not see personal data. */
    public static Uni<PersonalData> none() {
        return Uni.createFrom().item(new PersonalData(null, null, null, null));
    }
}
