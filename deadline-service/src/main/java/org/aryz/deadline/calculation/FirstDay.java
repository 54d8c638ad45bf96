package org.aryz.deadline.calculation;

/** Which day is day one of a term that is counted in days, months or years. */
public enum FirstDay {
    /** The day of the start is day zero. */
    NEXT_DAY,
    /** The day of the start is day one. */
    SAME_DAY,
    /** A start on a day off first moves to the next working day, which is day zero. */
    ROLLED_START
}
