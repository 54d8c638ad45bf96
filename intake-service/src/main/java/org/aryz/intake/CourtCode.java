package org.aryz.intake;

import java.util.regex.Pattern;

/** A court, by a word of a list kept as data, such as {@code kg-court-pervomaisky}. */
public record CourtCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException where it is no code */
    public CourtCode {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no code");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
