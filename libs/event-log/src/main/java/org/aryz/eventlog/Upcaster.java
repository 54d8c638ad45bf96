package org.aryz.eventlog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * One small step that lifts stored data of one event type from {@code fromVersion} to the next version.
 */
public record Upcaster(String type, int fromVersion, UnaryOperator<ObjectNode> step) {}
