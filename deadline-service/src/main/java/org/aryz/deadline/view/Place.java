package org.aryz.deadline.view;

import java.time.Instant;
import java.util.UUID;

/** A row's place in lists, which are in the order of the instant at which a term ends, then of the deadline. */
public record Place(Instant dueAt, UUID deadline) {}
