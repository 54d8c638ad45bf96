package org.aryz.servicekit.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a note is made from. */
public record NewNote(
        @NotNull @Size(max = 100) String text,
        @Nullable Place place,
        @Nullable LocalDate on,
        @Nullable Instant at,
        @Nullable Integer count,
        @NotEmpty List<@Valid Line> lines) {

    /** A part of a note. */
    public record Line(@NotNull Place kind, @Nullable Boolean urgent) {}

    /** A code. */
    public enum Place {
        POLICE_STATION,
        COURT
    }
}
