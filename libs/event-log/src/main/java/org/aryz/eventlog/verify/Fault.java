package org.aryz.eventlog.verify;

import java.util.Locale;

/** What can be wrong with a history. */
public enum Fault {
    /** What the event says, or its hash, is not what was appended. */
    CHANGED,
    /** An event in the midst of the log is gone. */
    DELETED,
    /** The last events of the log are gone. */
    DELETED_TAIL,
    /** The event lies in the place of another one, which lies elsewhere. */
    SWAPPED,
    /** An event lies among those that were sealed and was not among them. */
    INSERTED,
    /** Another event, well chained, lies where one was sealed that is nowhere any more. */
    REPLACED,
    /** The time of recording is not that which was sealed. */
    FORGED_TIME,
    /** The event was sealed at another position. */
    FORGED_POSITION,
    /** What is stored agrees with itself, but not with what was signed. */
    NOT_AS_SIGNED,
    /** A time stamp is not over the checkpoint that follows from the events, or its signature does not hold. */
    BAD_TIME_STAMP,
    /** A checkpoint is not signed by the key of the log, or can't be read. */
    BAD_CHECKPOINT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
