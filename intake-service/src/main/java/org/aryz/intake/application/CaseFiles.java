package org.aryz.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.seal.Opened;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Reads single complaints from their streams, for organisations that may see them. */
@Singleton
public class CaseFiles {
    private final EventLog log;
    private final Sealer sealer;
    private final StoredForm stored;

    CaseFiles(EventLog log, Sealer sealer, StoredForm stored) {
        this.log = log;
        this.sealer = sealer;
        this.stored = stored;
    }

    /** A complaint with its version and its history. */
    public record Found(UUID id, CaseFile file, List<RecordedEvent> history) {
        public long version() {
            return history.getLast().version();
        }
    }

    /** Fails as not found also where the complaint exists but neither belongs to the reader nor is shared with it. */
    public Uni<Found> find(UUID complaint, Reader reader) {
        return log.readStream(StreamId.of(complaint), 0).map(history -> fold(history)
                .filter(file -> reader.mayTouch(file.complaint().dossier()))
                .map(file -> new Found(complaint, file, history))
                .orElseThrow(Rejected::notFound));
    }

    /** Opens the personal data of a complaint for a reader who may see it; for others there is none. */
    public Uni<PersonalData> open(CaseFile file, Optional<Reader> reader) {
        return reader.filter(allowed -> allowed.mayTouch(file.complaint().dossier()))
                        .isPresent()
                ? open(file)
                : Uni.createFrom().item(PersonalData.NONE);
    }

    private Uni<PersonalData> open(CaseFile file) {
        var units = file.receipt().units();
        var wanted = Stream.of(units.complainant(), units.victim(), units.representative(), units.narrative())
                .filter(Objects::nonNull)
                .map(unit -> Objects.requireNonNull(file.sealed().get(unit)))
                .toList();
        return sealer.open(wanted)
                .map(opened -> new PersonalData(
                        told(units.complainant(), opened),
                        told(units.victim(), opened),
                        told(units.representative(), opened),
                        told(units.narrative(), opened)));
    }

    private Optional<CaseFile> fold(List<RecordedEvent> history) {
        var file = Optional.<CaseFile>empty();
        for (var recorded : history) {
            file = CaseFile.evolve(file, stored.decode(recorded));
        }
        return file;
    }

    private static @Nullable JsonNode told(@Nullable UUID unit, Map<UUID, Opened> opened) {
        return switch (unit == null ? null : opened.get(unit)) {
            case null -> null;
            case Opened.Plain(var json) -> IntakeJson.read(json, JsonNode.class);
            case Opened.Erased _ -> JsonNodeFactory.instance.objectNode().put("erased", true);
        };
    }
}
