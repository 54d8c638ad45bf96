package org.aryz.deadline.reconciliation;

import java.util.Locale;

/** In which way what is armed for a deadline is not what its history asks for. */
public enum Difference {
    /** Nothing is armed, or what was to be told by now was not. */
    MISSING,
    /** Something is armed of which nothing is to be told. */
    SURPLUS,
    /** Another rung comes next, or at another instant. */
    WRONG_TIME,
    /** The rungs are right; what will be told of them is not. */
    ALTERED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    String code() {
        return column().replace('_', '-');
    }
}
