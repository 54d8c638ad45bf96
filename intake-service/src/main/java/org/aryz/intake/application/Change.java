package org.aryz.intake.application;

import java.util.UUID;
import java.util.function.Function;
import org.aryz.intake.ComplaintCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command about a complaint on file, but for its note, which is sealed first.
 *
 * @param command makes the command from the id of the sealed note
 */
public record Change(@Nullable String note, Function<@Nullable UUID, ComplaintCommand> command) {
    public static Change to(ComplaintCommand command) {
        return new Change(null, _ -> command);
    }
}
