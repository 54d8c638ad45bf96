package org.aryz.notification.application;

import java.util.UUID;
import org.aryz.notification.Notice;

/**
 * What one person is told of an alert.
 *
 * @param passedOn whether it comes to this person because nobody before took note
 */
public record Message(UUID alert, Notice notice, boolean passedOn) {}
