package org.aryz.deadline.view.horizon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.aryz.deadline.view.Board;

/**
 * For calendars of any make (RFC 5545). An event keeps its UID for ever, and its SEQUENCE grows with each change of its dates, so
 * that a calendar that takes in a newer file moves what moved.
 */
record HorizonCalendar(Horizon horizon) implements HorizonFormat {
    /** Octets of a line, without its end (RFC 5545, section 3.1). */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String head() {
        return line("BEGIN:VCALENDAR")
                + line("VERSION:2.0")
                + line("PRODID:-//Aryz//Deadlines//EN")
                + line("CALSCALE:GREGORIAN")
                + line("METHOD:PUBLISH")
                + line("NAME:Deadlines")
                + line("DESCRIPTION:"
                        + text("Made at " + horizon.made()
                                + ". What became known later is not in it. The next one is due at " + horizon.next()
                                + ". What runs out after " + horizon.until() + " is not in it."))
                + line("LAST-MODIFIED:" + moment(horizon.made()))
                + line("REFRESH-INTERVAL;VALUE=DURATION:PT"
                        + Math.max(1, ChronoUnit.SECONDS.between(horizon.made(), horizon.next())) + "S");
    }

    @Override
    public String entry(Board.Entry entry) {
        return line("BEGIN:VEVENT")
                + line("UID:" + entry.id() + "@deadlines.aryz")
                + line("SEQUENCE:" + entry.version())
                + line("DTSTAMP:" + moment(horizon.made()))
                + line("DTSTART;VALUE=DATE:" + day(entry.due()))
                + line("SUMMARY:" + text(entry.reference() + " " + entry.rule()))
                + line("DESCRIPTION:" + text(description(entry)))
                + line("CATEGORIES:" + entry.kind().toUpperCase(Locale.ROOT))
                + line("TRANSP:TRANSPARENT")
                + line("END:VEVENT");
    }

    private static String description(Board.Entry entry) {
        return "Ends at " + entry.dueAt() + " (last day " + entry.due() + ", " + entry.zone() + ")\nAct by "
                + entry.actBy() + ", last safe day " + entry.lastSafeDay() + "\nConfidence " + entry.confidence()
                + (entry.shadow() ? ", runs for a milder offence or another reading" : "");
    }

    @Override
    public String foot() {
        return line("END:VCALENDAR");
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** A value of the type TEXT (section 3.3.11). */
    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Folded before the 76th octet, never within a character. */
    private static String line(String content) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var at = 0; at < content.length(); ) {
            var character = Character.toString(content.codePointAt(at));
            var size = character.getBytes(UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
            at += character.length();
        }
        return folded.append("\r\n").toString();
    }
}
