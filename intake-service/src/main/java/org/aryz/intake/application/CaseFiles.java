package org.aryz.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.intake.Person;
import org.aryz.servicekit.problem.Rejected;

/** Reads single complaints from their streams, for organisations that may see them. */
@Singleton
public class CaseFiles {
    private final EventLog log;
    private final Sealer sealer;
    private final StoredForm stored;
    private final Readings readings;

    CaseFiles(EventLog log, Sealer sealer, StoredForm stored, Readings readings) {
        this.log = log;
        this.sealer = sealer;
        this.stored = stored;
        this.readings = readings;
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

    /**
     * Opens the personal data of a complaint for a reader who may see it, once it is on record that it is read; for
     * others there is none.
     */
    public Uni<PersonalData> open(Found found, Optional<Reader> reader, ReadBy by) {
        var file = found.file();
        return reader.filter(allowed -> allowed.mayTouch(file.complaint().dossier()))
                                .isPresent()
                        && !file.sealed().isEmpty()
                ? readings.record(found, "getComplaint", by).flatMap(_ -> open(file))
                : Uni.createFrom().item(PersonalData.NONE);
    }

    /** A copy of all that is held about a person, once it is on record that it is read. */
    public Uni<PersonalCopy> copy(Found found, Person person, ReadBy by) {
        return readings.record(found, "exportPersonalData", by)
                .flatMap(_ -> sealer.open(PersonalCopy.unitsOf(found, person)))
                .map(opened -> PersonalCopy.of(found, person, opened));
    }

    private Uni<PersonalData> open(CaseFile file) {
        var units = file.receipt().units();
        var narrative = file.complaint().held().narrative();
        var wanted = Stream.of(units.complainant(), units.victim(), units.representative(), narrative)
                .filter(Objects::nonNull)
                .map(unit -> Objects.requireNonNull(file.sealed().get(unit)))
                .toList();
        return sealer.open(wanted)
                .map(opened -> new PersonalData(
                        PersonalData.told(units.complainant(), opened),
                        PersonalData.told(units.victim(), opened),
                        PersonalData.told(units.representative(), opened),
                        PersonalData.told(narrative, opened)));
    }

    private Optional<CaseFile> fold(List<RecordedEvent> history) {
        var file = Optional.<CaseFile>empty();
        for (var recorded : history) {
            file = CaseFile.evolve(file, stored.decode(recorded));
        }
        return file;
    }
}
