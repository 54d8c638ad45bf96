package org.aryz.notification.application;

import java.time.Instant;
import java.util.UUID;
import org.aryz.notification.Notice;

/**
 * What one person is told of an alert.
 *
 * @param queuedAt when it was ready to go out, on the product's clock
 * @param passedOn whether it comes to this person because nobody before took note
 */
public record Message(UUID alert, Notice notice, Instant queuedAt, boolean passedOn) {}
