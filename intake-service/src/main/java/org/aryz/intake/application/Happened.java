package org.aryz.intake.application;

import java.time.Instant;
import java.util.List;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.intake.ComplaintEvent;

/**
 * An event with what the model does not need to know of it.
 *
 * @param at when it happened, or when it was recorded where nobody said otherwise
 * @param sealed the personal units that came with it
 */
public record Happened(ComplaintEvent event, Instant at, List<SealedUnit> sealed) {}
