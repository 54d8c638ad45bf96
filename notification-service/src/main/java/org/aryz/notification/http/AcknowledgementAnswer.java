package org.aryz.notification.http;

import java.time.Instant;
import java.util.UUID;

/** Who took note of an alert first, and when; the same however often it is asked. */
record AcknowledgementAnswer(UUID id, String state, Instant acknowledgedAt, String acknowledgedBy) {}
