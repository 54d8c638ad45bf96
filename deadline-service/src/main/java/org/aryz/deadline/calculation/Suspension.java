package org.aryz.deadline.calculation;

import org.jspecify.annotations.Nullable;

/**
 * A time in which a term stands still: from a moment on, up to another one that is no longer part of it.
 *
 * @param to null while it is still running
 */
public record Suspension(Moment from, @Nullable Moment to) {}
