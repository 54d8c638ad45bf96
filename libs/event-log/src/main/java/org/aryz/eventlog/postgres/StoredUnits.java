package org.aryz.eventlog.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.seal.SealedUnit;
import org.jspecify.annotations.Nullable;

/** Sealed units as the log stores them beside an event: without their keys. */
final class StoredUnits {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] NO_KEY = {};

    private record StoredUnit(UUID unit, String kind, byte[] ciphertext) {}

    private StoredUnits() {}

    static @Nullable String write(List<SealedUnit> units) {
        if (units.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(units.stream()
                    .map(unit -> new StoredUnit(unit.id(), unit.kind(), unit.ciphertext()))
                    .toList());
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
                    .map(unit -> new SealedUnit(unit.unit(), unit.kind(), unit.ciphertext(), NO_KEY))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
