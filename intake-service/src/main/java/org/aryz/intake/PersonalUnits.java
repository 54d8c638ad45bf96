package org.aryz.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sealed units hold the personal data of a complaint; absent where nothing was told. */
public record PersonalUnits(
        @Nullable UUID complainant, @Nullable UUID victim, @Nullable UUID representative, @Nullable UUID narrative) {}
