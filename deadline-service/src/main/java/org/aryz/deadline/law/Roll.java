package org.aryz.deadline.law;

/** What becomes of a term that ends on a day off: nothing, the next working day, or an act-by date moved back. */
public enum Roll {
    NONE,
    NEXT,
    PREV
}
