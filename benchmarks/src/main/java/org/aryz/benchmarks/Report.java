package org.aryz.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a suite found, as Markdown: the machine, the versions, and tables. */
public final class Report {
    private final String command;
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final StringBuilder body = new StringBuilder();
    private boolean clean = true;

    /** @param command what makes these figures again */
    public Report(String command) {
        this.command = command;
    }

    /** What took part, in which version. */
    public Report version(String part, String version) {
        versions.put(part, version);
        return this;
    }

    public Report paragraph(String text) {
        body.append(text).append("\n\n");
        return this;
    }

    /** @param rows each as long as {@code head} */
    public Report table(String title, List<String> head, List<List<String>> rows) {
        body.append("## ").append(title).append("\n\n");
        line(head);
        line(head.stream().map(_ -> "---").toList());
        rows.forEach(this::line);
        body.append('\n');
        return this;
    }

    /** A row of a table of ratios: what was measured, ours, the peer's, their ratio and what is wanted. */
    public static List<String> ratio(String what, Figure ours, String peer, Figure theirs, double wanted) {
        return row(what, ours, peer, theirs, digits(wanted), ours.over(theirs) >= wanted);
    }

    /** A row of the same table in which less is better: ours is to be at most so many times the peer's. */
    public static List<String> atMost(String what, Figure ours, String peer, Figure theirs, double wanted) {
        return row(what, ours, peer, theirs, "at most " + digits(wanted), ours.over(theirs) <= wanted);
    }

    private static List<String> row(
            String what, Figure ours, String peer, Figure theirs, String wanted, boolean reached) {
        return List.of(
                what,
                ours.toString(),
                peer,
                theirs.toString(),
                "**" + digits(ours.over(theirs)) + "**",
                (reached ? "reached " : "not reached: ") + wanted);
    }

    private static String digits(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** The heads of such a table. */
    public static List<String> ratioHead() {
        return List.of("what", "Aryz, median (spread)", "beside it", "its median (spread)", "ratio", "wanted");
    }

    /** Something was found that must not be. */
    public void unclean() {
        clean = false;
    }

    boolean isClean() {
        return clean;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, toString());
    }

    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        versions.forEach((part, version) -> parts.add(part + " " + version));
        return "# `%s`, %s\n\n%s. %s.\n\n%s"
                .formatted(
                        command,
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        Machine.here(),
                        String.join(", ", parts),
                        body);
    }

    private void line(List<String> cells) {
        body.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
