package org.aryz.deadline.law;

/** One way to read a rule; where texts or sources disagree, every reading runs and the earliest warns. */
public record Reading(String id, Trigger trigger, Span span, boolean shadow) {}
