package org.aryz.eventlog.kafka;

/** Where a record stands: in which lane, and where in its source. */
record Place(Lane lane, String source, long sequence, String type) {}
