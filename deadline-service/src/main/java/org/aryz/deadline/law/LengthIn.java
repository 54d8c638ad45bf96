package org.aryz.deadline.law;

/** A public field in which a fact itself tells the length of the term in days; of several the shortest counts. */
public record LengthIn(FactPattern fact, String field) {}
