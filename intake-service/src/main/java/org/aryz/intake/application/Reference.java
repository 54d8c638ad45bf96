package org.aryz.intake.application;

import java.security.SecureRandom;
import java.time.Instant;
import org.aryz.intake.Jurisdiction;

/**
 * Makes case numbers: jurisdiction, year of receipt there, and fifty random bits in Crockford's base 32. No counter, so
 * a case number tells neither how many complaints there are nor which came before it.
 */
final class Reference {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int LENGTH = 10;
    private static final int BITS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    static String next(Jurisdiction jurisdiction, Instant receivedAt) {
        var reference = new StringBuilder(jurisdiction.name())
                .append('-')
                .append(receivedAt.atZone(jurisdiction.zone()).getYear())
                .append('-');
        var random = RANDOM.nextLong();
        for (var digit = 0; digit < LENGTH; digit++) {
            reference.append(DIGITS[(int) (random & (DIGITS.length - 1))]);
            random >>>= BITS;
        }
        return reference.toString();
    }
}
