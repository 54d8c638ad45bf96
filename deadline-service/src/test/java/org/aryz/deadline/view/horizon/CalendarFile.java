package org.aryz.deadline.view.horizon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small reader of iCalendar files that knows nothing of how they were written, and refuses what RFC 5545 does not allow. */
public final class CalendarFile {
    public final Map<String, String> properties = new LinkedHashMap<>();
    public final List<Map<String, String>> events = new ArrayList<>();

    public static CalendarFile read(String file) {
        var calendar = new CalendarFile();
        var lines = unfolded(file);
        require(lines.removeFirst().equals("BEGIN:VCALENDAR"), "it begins with a calendar");
        require(lines.removeLast().equals("END:VCALENDAR"), "it ends with the calendar");
        Map<String, String> event = null;
        for (var line : lines) {
            if (line.equals("BEGIN:VEVENT")) {
                require(event == null, "events do not nest");
                event = new LinkedHashMap<>();
            } else if (line.equals("END:VEVENT")) {
                require(event != null, "an event begins before it ends");
                calendar.events.add(event);
                event = null;
            } else {
                put(line, event == null ? calendar.properties : event);
            }
        }
        require(event == null, "the last event ends");
        return calendar;
    }

    private static List<String> unfolded(String file) {
        require(file.endsWith("\r\n"), "the last line ends too");
        require(!file.replace("\r\n", "").contains("\n"), "lines end with CRLF");
        var lines = new ArrayList<String>();
        for (var line : file.substring(0, file.length() - 2).split("\r\n", -1)) {
            require(line.getBytes(UTF_8).length <= 75, "no line is longer than 75 octets");
            require(!line.contains("\uFFFD"), "no character is torn apart");
            if (line.startsWith(" ")) {
                lines.add(lines.removeLast() + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static void put(String line, Map<String, String> properties) {
        var colon = line.indexOf(':');
        require(colon > 0, "a line names its property");
        var old = properties.put(line.substring(0, colon), text(line.substring(colon + 1)));
        require(old == null, "a property stands once");
    }

    private static String text(String value) {
        var text = new StringBuilder();
        for (var at = 0; at < value.length(); at++) {
            var sign = value.charAt(at);
            if (sign == '\\') {
                at++;
                text.append(value.charAt(at) == 'n' ? '\n' : value.charAt(at));
            } else {
                text.append(sign);
            }
        }
        return text.toString();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("not so: " + rule);
        }
    }
}
