package org.aryz.intake.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.seal.Opened;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.intake.Holdings.Text;
import org.aryz.intake.Person;
import org.aryz.intake.application.CaseFiles.Found;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A copy of all that is held about one person of a complaint.
 *
 * @param person what was told of the person, or {@code {"erased": true}}; absent if nothing ever was
 * @param texts what was written about the case and may speak of the person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PersonalCopy")
public record PersonalCopy(
        UUID complaint,
        String reference,
        Person of,
        Instant receivedAt,
        String organisation,
        List<String> sharedWith,
        @Schema(implementation = Object.class) @Nullable JsonNode person,
        List<Written> texts) {

    /** A narrative or note. It may speak of others too, which whoever hands the copy over must look at first. */
    @Schema(name = "WrittenText")
    public record Written(
            UUID unit,
            String kind,
            String event,
            Instant recordedAt,
            @Schema(implementation = String.class) JsonNode text) {}

    /** Which units must be opened for a copy. */
    static List<SealedUnit> unitsOf(Found found, Person person) {
        var units = found.file().sealed();
        var wanted = new ArrayList<SealedUnit>();
        recordOf(found, person).map(units::get).ifPresent(wanted::add);
        texts(found, person).forEach(text -> wanted.add(Objects.requireNonNull(units.get(text.unit()))));
        return wanted;
    }

    static PersonalCopy of(Found found, Person person, Map<UUID, Opened> opened) {
        var dossier = found.file().complaint().dossier();
        return new PersonalCopy(
                found.id(),
                dossier.reference(),
                person,
                found.file().receivedAt(),
                dossier.organisation(),
                dossier.sharedWith(),
                PersonalData.told(recordOf(found, person).orElse(null), opened),
                texts(found, person).stream()
                        .map(text -> written(found, text, opened))
                        .toList());
    }

    private static Written written(Found found, Text text, Map<UUID, Opened> opened) {
        var event = eventOf(found.history(), text.unit());
        return new Written(
                text.unit(),
                text.kind(),
                event.type(),
                event.recordedAt(),
                Objects.requireNonNull(PersonalData.told(text.unit(), opened)));
    }

    private static RecordedEvent eventOf(List<RecordedEvent> history, UUID unit) {
        return history.stream()
                .filter(event ->
                        event.sealed().stream().anyMatch(held -> held.id().equals(unit)))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<UUID> recordOf(Found found, Person person) {
        return Optional.ofNullable(found.file().receipt().units().of(person));
    }

    private static List<Text> texts(Found found, Person person) {
        return found.file().complaint().held().textsOn(person);
    }
}
