package org.aryz.eventlog.kafka;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A lane whose events wait.
 *
 * @param events how many wait
 * @param since when the first of them was parked
 * @param reason why the event whose turn it is was not taken in; {@code hole} if that event never came
 * @param type of that event; null in a hole
 */
public record ParkedLane(Lane lane, long events, Instant since, String reason, @Nullable String type) {}
