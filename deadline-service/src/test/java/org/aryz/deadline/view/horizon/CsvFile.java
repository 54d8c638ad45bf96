package org.aryz.deadline.view.horizon;

import java.util.ArrayList;
import java.util.List;

/** A small reader of comma-separated values, by the letter of RFC 4180. */
public final class CsvFile {
    private CsvFile() {}

    public static List<List<String>> read(String file) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < file.length(); at++) {
            var sign = file.charAt(at);
            if (quoted && sign == '"' && at + 1 < file.length() && file.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && sign == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && sign == '\r' && file.charAt(at + 1) == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
                at++;
            } else {
                cell.append(sign);
            }
        }
        return rows;
    }
}
