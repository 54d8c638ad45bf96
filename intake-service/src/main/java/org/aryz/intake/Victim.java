package org.aryz.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who suffered. Personal: sealed wherever it is kept.
 *
 * @param languages ISO 639
 */
public record Victim(
        @Nullable String name,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String contact,
        @Nullable List<@Nullable String> languages) {}
