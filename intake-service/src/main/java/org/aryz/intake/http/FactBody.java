package org.aryz.intake.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import org.aryz.eventlog.UuidV7;
import org.aryz.intake.ComplaintCommand.RecordFact;
import org.aryz.intake.Moment;
import org.aryz.intake.When;
import org.aryz.intake.application.Change;
import org.aryz.intake.application.FactJson;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is told.
 *
 * @param fields those of the kind of fact, by its record
 */
@Schema(name = FactBody.SCHEMA)
public record FactBody(
        @Nullable String fact,
        @Nullable When occurredAt,
        @Nullable Moment receivedAt,
        @Nullable String note,
        @JsonAnySetter Map<String, JsonNode> fields)
        implements StepBody {
    static final String SCHEMA = "NewFact";

    public FactBody {
        fields = Map.copyOf(Objects.requireNonNullElse(fields, Map.of()));
    }

    @Override
    public void check(Checks checks) {
        FactJson.FORM.told(fact, fields);
        if (checks.present("/occurredAt", occurredAt) && occurredAt instanceof When.Between(var earliest, var latest)) {
            checks.present("/occurredAt/earliest", earliest);
            checks.present("/occurredAt/latest", latest);
        }
        PersonalChecks.checkNote(checks, note);
    }

    @Override
    public Change toChange(String actor) {
        var told = FactJson.FORM.told(fact, fields);
        var id = UuidV7.next();
        return new Change(note, unit -> new RecordFact(told, requireNonNull(occurredAt), receivedAt, id, unit));
    }
}
