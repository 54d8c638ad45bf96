package org.aryz.referral.http;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.aryz.referral.application.FactJson;
import org.aryz.referral.application.Facts.Telling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is told.
 *
 * @param fields those of the kind of fact, by its record
 */
@Schema(name = FactBody.SCHEMA)
record FactBody(
        @Nullable String fact,
        @NotNull LocalDate occurredAt,
        @Nullable LocalDate receivedAt,
        @Nullable @Size(max = LONGEST_NOTE) String note,
        @JsonAnySetter Map<String, JsonNode> fields) {
    static final String SCHEMA = "NewFact";
    static final int LONGEST_NOTE = 5_000;

    FactBody {
        fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
    }

    Telling telling() {
        return new Telling(FactJson.FORM.told(fact, fields), occurredAt, receivedAt, note);
    }
}
