package org.aryz.eventlog.verify;

import java.util.ArrayList;
import java.util.List;

/** Signed notes one after the other, as a witness keeps them in a file. */
public final class Notes {
    private static final String SIGNATURE = "\u2014 ";

    private Notes() {}

    /** A note ends with its last line of signature; what comes after the last of them is a note that was cut off. */
    public static List<String> in(String file) {
        var notes = new ArrayList<String>();
        var note = new StringBuilder();
        var isSigned = false;
        for (var line : file.lines().toList()) {
            if (isSigned && !line.startsWith(SIGNATURE)) {
                notes.add(note.toString());
                note.setLength(0);
            }
            isSigned = line.startsWith(SIGNATURE);
            note.append(line).append('\n');
        }
        if (!note.isEmpty()) {
            notes.add(note.toString());
        }
        return notes;
    }
}
