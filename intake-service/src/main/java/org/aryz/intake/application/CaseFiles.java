package org.aryz.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.eventlog.Cut;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.seal.Sealer;
import org.aryz.intake.Dossier;
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

    /**
     * A complaint with its version and its history.
     *
     * @param dossier as it is now: who may read is no question of the past
     * @param file as it stood where its history is cut
     */
    public record Found(UUID id, Dossier dossier, CaseFile file, List<RecordedEvent> history) {
        public long version() {
            return history.getLast().version();
        }
    }

    /** Fails as not found also where the complaint exists but neither belongs to the reader nor is shared with it. */
    public Uni<Found> find(UUID complaint, Reader reader) {
        return find(complaint, reader, Cut.NONE);
    }

    /** As it stood by the history up to a cut; fails as not found also where it had not been received by then. */
    public Uni<Found> find(UUID complaint, Reader reader, Cut cut) {
        return log.readStream(StreamId.of(complaint), 0).map(history -> fold(history)
                .filter(now -> reader.mayTouch(now.complaint().dossier()))
                .flatMap(now -> found(complaint, now, history, cut))
                .orElseThrow(Rejected::notFound));
    }

    private Optional<Found> found(UUID complaint, CaseFile now, List<RecordedEvent> history, Cut cut) {
        var dossier = now.complaint().dossier();
        if (cut.equals(Cut.NONE)) {
            return Optional.of(new Found(complaint, dossier, now, history));
        }
        var left = cut.of(history);
        return fold(left).map(then -> new Found(complaint, dossier, then, left));
    }

    /**
     * Opens the personal data of a complaint for a reader who may see it, once it is on record that it is read; for
     * others there is none.
     */
    public Uni<PersonalData> open(Found found, Optional<Reader> reader, ReadBy by) {
        var file = found.file();
        return reader.filter(allowed -> allowed.mayTouch(found.dossier())).isPresent()
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
