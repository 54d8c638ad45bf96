package org.aryz.eventlog.chain;

import java.util.Base64;
import java.util.List;

/**
 * What the whole history was at a moment, in three lines (C2SP tlog-checkpoint): who it belongs to, how many events, the
 * root of their tree.
 *
 * @param origin names the log: {@code aryz/{service}/{log id}}
 */
public record Checkpoint(String origin, long size, byte[] root) {

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /**
     * What a signed note says, whoever signed it.
     *
     * @throws IllegalArgumentException if it is no checkpoint; says why
     */
    public static Checkpoint in(String note) {
        var end = note.indexOf("\n\n");
        return parse(end < 0 ? note : note.substring(0, end + 1));
    }

    /** @throws IllegalArgumentException if it is no checkpoint; says why */
    static Checkpoint parse(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 3 || lines.getFirst().isEmpty() || !text.endsWith("\n")) {
            throw new IllegalArgumentException("A checkpoint has a line each for origin, size and root hash");
        }
        return new Checkpoint(lines.get(0), size(lines), Base64.getDecoder().decode(lines.get(2)));
    }

    private static long size(List<String> lines) {
        if (!lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("The size of a checkpoint is a decimal number");
        }
        return Long.parseLong(lines.get(1));
    }
}
