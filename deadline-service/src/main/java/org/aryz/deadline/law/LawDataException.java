package org.aryz.deadline.law;

/** A law file says something that cannot be; the message names file, rule and field. */
public final class LawDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LawDataException(String where, String what) {
        super(where + ": " + what);
    }
}
