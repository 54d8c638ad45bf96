package org.aryz.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sealed units hold the personal data of a complaint; absent where nothing was told. */
public record PersonalUnits(
        @Nullable UUID complainant, @Nullable UUID victim, @Nullable UUID representative, @Nullable UUID narrative) {

    /** The unit of a person's record. */
    public @Nullable UUID of(Person person) {
        return switch (person) {
            case COMPLAINANT -> complainant;
            case VICTIM -> victim;
            case REPRESENTATIVE -> representative;
        };
    }
}
