package org.aryz.deadline.lawchange.storage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aryz.deadline.application.LawForm;
import org.aryz.deadline.lawchange.LawChangeEvent;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeApplied;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeExamined;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeProposed;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeRejected;
import org.aryz.deadline.lawchange.LawChangeEvent.ZoneDataNoted;
import org.aryz.deadline.lawchange.Proposal;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.UuidV7;

/** Stores the history of the law under words of the domain; the text of rules as it was written. */
@Singleton
public final class LawJson implements LawForm {
    private static final int SCHEMA_VERSION = 1;
    private static final Map<Class<? extends LawChangeEvent>, String> TYPES = Map.of(
            LawChangeProposed.class, "law-change.proposed",
            LawChangeExamined.class, "law-change.examined",
            LawChangeRejected.class, "law-change.rejected",
            LawChangeApplied.class, "law-change.applied",
            ZoneDataNoted.class, "zone-data.noted");

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Proposal.class, ByKind.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Which kind of change it is stands with what changes. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "rules", value = Proposal.Rules.class),
        @JsonSubTypes.Type(name = "calendar", value = Proposal.Days.class),
        @JsonSubTypes.Type(name = "time-zone-database", value = Proposal.ZoneData.class)
    })
    private interface ByKind {}

    @Override
    public NewEvent write(LawChangeEvent event, Instant occurredAt) {
        try {
            var type = TYPES.getOrDefault(event.getClass(), "");
            var data = json.writeValueAsString(event);
            return new NewEvent(UuidV7.next(), type, SCHEMA_VERSION, data, List.of(), occurredAt);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LawChangeEvent read(RecordedEvent event) {
        var type = TYPES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(event.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no event of the law: " + event.type()))
                .getKey();
        try {
            return json.readValue(event.data(), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
