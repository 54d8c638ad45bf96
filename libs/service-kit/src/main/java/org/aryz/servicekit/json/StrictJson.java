package org.aryz.servicekit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** Makes the mapper of the HTTP interface strict: nothing is guessed, dropped or converted. */
@Singleton
public final class StrictJson implements ObjectMapperCustomizer {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxStringLength(64 * 1024)
            .maxNumberLength(32)
            .maxNameLength(256)
            .build();

    /** After the framework's own customizers, whose modules would otherwise read dates from numbers and arrays. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().setStreamReadConstraints(LIMITS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(
                DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        withoutCoercion(mapper);
        KebabCaseCodes.teach(mapper);
        mapper.registerModule(texts());
    }

    @SuppressWarnings("deprecation") // the builder that replaces it makes a new mapper; this one is given
    private static void withoutCoercion(ObjectMapper mapper) {
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
    }

    private static SimpleModule texts() {
        return new SimpleModule("aryz-texts")
                .addDeserializer(String.class, new TextOnly<>(String.class, text -> text))
                .addDeserializer(UUID.class, new TextOnly<>(UUID.class, UUID::fromString))
                .addDeserializer(ZoneId.class, new TextOnly<>(ZoneId.class, ZoneId::of))
                .addDeserializer(LocalDate.class, new TextOnly<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(OffsetDateTime.class, new TextOnly<>(OffsetDateTime.class, OffsetDateTime::parse))
                .addDeserializer(Instant.class, new TextOnly<>(Instant.class, text -> OffsetDateTime.parse(text)
                        .toInstant()));
    }
}
