package org.aryz.eventlog.notary;

/**
 * Whether a witness takes what it is told.
 *
 * @param name of the kind of witness
 * @param failing the last note that it was handed is not kept; it is tried again with each turn
 */
public record WitnessStatus(String name, boolean failing) {}
