package org.aryz.deadline.http;

import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The length of a term as ISO 8601 writes it, with one unit: several of them have no length that everybody agrees on. */
record PeriodText(ChronoUnit unit, int amount) {
    private static final String NUMBER = "([+-]?\\d+(?:[.,]\\d+)?)";
    private static final Pattern ISO = Pattern.compile("(-?)P(?=[-+\\dT])(?:%1$sY)?(?:%1$sM)?(?:%1$sW)?(?:%1$sD)?"
            .concat("(?:T(?=[-+\\d])(?:%1$sH)?(?:%1$sM)?(?:%1$sS)?)?")
            .formatted(NUMBER));
    private static final ChronoUnit[] UNITS = {
        ChronoUnit.YEARS,
        ChronoUnit.MONTHS,
        ChronoUnit.WEEKS,
        ChronoUnit.DAYS,
        ChronoUnit.HOURS,
        ChronoUnit.MINUTES,
        ChronoUnit.SECONDS
    };
    static final PeriodText NONE = new PeriodText(ChronoUnit.FOREVER, 0);

    /** What is wrong is noted, and no length stands in for it. */
    static PeriodText read(String pointer, String text, Faults faults) {
        var iso = ISO.matcher(text);
        if (!iso.matches()) {
            faults.unreadable(pointer, "bad-format", "A period is expected as ISO 8601 writes it, like P10D or PT24H");
        } else if (text.contains("-")) {
            faults.unacceptable(pointer, "negative", "A term cannot be negative");
        } else if (units(iso).count() != 1) {
            faults.unacceptable(pointer, "mixed-units", "A term has one unit");
        } else {
            return read(pointer, iso, faults);
        }
        return NONE;
    }

    private static PeriodText read(String pointer, Matcher iso, Faults faults) {
        var group = units(iso).findFirst().orElseThrow();
        var number = iso.group(group);
        if (number.contains(".") || number.contains(",")) {
            faults.unacceptable(pointer, "fraction", "A term is a whole number of its unit");
            return NONE;
        }
        var digits = number.replaceFirst("^\\+?0*(?=\\d)", "");
        if (digits.length() > 9) {
            faults.unacceptable(pointer, "too-long", "A term is at most a hundred years long");
            return NONE;
        }
        return new PeriodText(UNITS[group - 2], Integer.parseInt(digits));
    }

    private static IntStream units(Matcher iso) {
        return IntStream.rangeClosed(2, 8).filter(group -> iso.group(group) != null);
    }

    boolean missing() {
        return unit == ChronoUnit.FOREVER;
    }
}
