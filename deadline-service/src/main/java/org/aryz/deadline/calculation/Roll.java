package org.aryz.deadline.calculation;

/** What becomes of a term that ends on a day off. */
public enum Roll {
    NONE,
    NEXT_WORKING_DAY,
    PREVIOUS_WORKING_DAY
}
