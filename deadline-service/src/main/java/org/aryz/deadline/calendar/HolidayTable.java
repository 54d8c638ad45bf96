package org.aryz.deadline.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.aryz.deadline.calendar.Revision.What;

/** Reads the table of days off, and names file and line where it cannot. */
final class HolidayTable {
    private static final Pattern CELL = Pattern.compile("\"([^\"]*)\"(?:,|$)|([^,]*)(?:,|$)");
    private static final String HEADER = "country,date,what,kind,scope,confidence,known_from,name_en,name_local";

    private HolidayTable() {}

    static List<Revision> load(String resource) {
        try (var in = HolidayTable.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Revision> parse(String file, String text) {
        var lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException(file + ", line 1: expected the columns " + HEADER);
        }
        var revisions = new ArrayList<Revision>();
        for (var number = 1; number < lines.size(); number++) {
            try {
                revisions.add(revision(cells(lines.get(number))));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(file + ", line " + (number + 1) + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(revisions);
    }

    private static Revision revision(List<String> cells) {
        return new Revision(
                Jurisdiction.valueOf(cells.get(0)),
                LocalDate.parse(cells.get(1)),
                What.valueOf(constant(cells.get(2))),
                cells.get(3),
                Scope.valueOf(constant(cells.get(4))),
                cells.get(5),
                cells.get(6).isEmpty() ? LocalDate.MIN : LocalDate.parse(cells.get(6)),
                cells.get(7));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var matcher = CELL.matcher(line);
        while (matcher.find() && cells.size() < 9) {
            cells.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        if (cells.size() < 9) {
            throw new IllegalArgumentException("expected 9 columns, found " + cells.size());
        }
        return cells;
    }
}
