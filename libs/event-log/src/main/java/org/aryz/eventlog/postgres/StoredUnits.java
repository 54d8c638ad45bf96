package org.aryz.eventlog.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.seal.SealedUnit;
import org.jspecify.annotations.Nullable;

/** Sealed units as the log stores them beside an event: without their keys. */
final class StoredUnits {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NO_KEY = {};

    /** The ciphertext is in base64: the JDK's encoder is several times faster than the one of the JSON library. */
    private record StoredUnit(UUID unit, String kind, String ciphertext) {
        static StoredUnit of(SealedUnit unit) {
            return new StoredUnit(unit.id(), unit.kind(), Base64.getEncoder().encodeToString(unit.ciphertext()));
        }

        SealedUnit withoutKey() {
            return new SealedUnit(unit, kind, Base64.getDecoder().decode(ciphertext), NO_KEY);
        }
    }

    private StoredUnits() {}

    static @Nullable String write(List<SealedUnit> units) {
        if (units.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(units.stream().map(StoredUnit::of).toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SealedUnit> read(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        try {
            return Stream.of(JSON.readValue(stored, StoredUnit[].class))
                    .map(StoredUnit::withoutKey)
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
