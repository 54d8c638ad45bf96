package org.aryz.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What the sealed units of a complaint say, or {@code {"erased": true}} where the key of one was destroyed. */
public record PersonalData(
        @Nullable JsonNode complainant,
        @Nullable JsonNode victim,
        @Nullable JsonNode representative,
        @Nullable JsonNode narrative) {

    /** What those may see who may not see personal data. */
    static final PersonalData NONE = new PersonalData(null, null, null, null);
}
