package org.aryz.servicekit.eventlog;

/**
 * What waits in one partition.
 *
 * @param done up to where this service has been through it, not included
 * @param end up to where there are records
 */
record Backlog(long done, long end) {
    long records() {
        return Math.max(0, end - done);
    }

    /** The same, if one knows that it has come this far. */
    Backlog from(long known) {
        return new Backlog(Math.max(done, known), end);
    }
}
