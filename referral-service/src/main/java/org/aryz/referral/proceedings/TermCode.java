package org.aryz.referral.proceedings;

import java.util.regex.Pattern;

/** The term that an extension extends, by the rule that counts it, such as {@code KG-INV-2021}. */
public record TermCode(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException where it has not the form of a rule's id */
    public TermCode {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no rule");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
