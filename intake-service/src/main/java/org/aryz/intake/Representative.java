package org.aryz.intake;

import org.jspecify.annotations.Nullable;

/** Who acts for the victim, mostly a lawyer. Personal: sealed wherever it is kept. */
public record Representative(@Nullable String name, @Nullable String contact) {}
