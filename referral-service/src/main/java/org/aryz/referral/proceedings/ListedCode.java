package org.aryz.referral.proceedings;

import java.util.regex.Pattern;

/** A word of a list that is kept as data: a court, or an article such as {@code kg-cc-2021-137-2}. */
public record ListedCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException where it is no such word */
    public ListedCode {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no code");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
