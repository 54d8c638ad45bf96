package org.aryz.intake.application;

import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.aryz.intake.ComplaintCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command about a complaint on file, but for its texts, which are sealed first.
 *
 * @param narrative what from now on stands for what was told
 * @param command makes the command from the ids of the sealed narrative and note
 */
public record Change(
        @Nullable String narrative,
        @Nullable String note,
        BiFunction<@Nullable UUID, @Nullable UUID, ComplaintCommand> command) {

    public Change(@Nullable String note, Function<@Nullable UUID, ComplaintCommand> command) {
        this(null, note, (_, sealedNote) -> command.apply(sealedNote));
    }

    public static Change to(ComplaintCommand command) {
        return new Change(null, _ -> command);
    }

    ComplaintCommand sealedBy(Sealing sealing) {
        return command.apply(sealing.sealNarrative(narrative), sealing.sealNote(note));
    }
}
