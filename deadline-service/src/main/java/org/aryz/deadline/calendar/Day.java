package org.aryz.deadline.calendar;

/**
 * What is known about one day. Where it is not settled, both answers are possible, and the caller takes the one that
 * brings the earlier date.
 *
 * @param mayBeWorking some reading makes it a working day
 * @param surelyWorking every reading makes it a working day
 * @param provisional the answer may change: a forecast, an unconfirmed revision, or past the end of the table
 * @param name the name of the day off, or an empty text
 */
public record Day(boolean mayBeWorking, boolean surelyWorking, boolean provisional, String name) {
    static final Day WORKED = new Day(true, true, false, "");
    static final Day OFF = new Day(false, false, false, "");

    /** The same day with one answer only. */
    Day settled(boolean working) {
        return new Day(working, working, provisional, name);
    }

    /** The feast forecast for the day before or after may be seen on this one. */
    Day besideForecast() {
        return new Day(mayBeWorking, false, true, name);
    }
}
