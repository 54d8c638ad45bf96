package org.aryz.intake;

import org.jspecify.annotations.Nullable;

/** Who speaks. Personal: sealed wherever it is kept. */
public record Complainant(@Nullable String name, @Nullable String contact, @Nullable Relation relation) {}
