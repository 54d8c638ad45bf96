package org.aryz.deadline.law;

import org.jspecify.annotations.Nullable;

/**
 * One way to read a rule; where texts or sources disagree, every reading runs and the earliest warns.
 *
 * @param offence of which offence it bounds the prosecution; only for limitation, and null where it holds for all
 */
public record Reading(String id, Trigger trigger, Span span, boolean shadow, @Nullable Offence offence) {}
