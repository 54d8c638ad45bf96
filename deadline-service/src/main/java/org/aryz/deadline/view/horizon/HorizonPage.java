package org.aryz.deadline.view.horizon;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.aryz.deadline.view.Board;

/** For people with nothing but a browser, or a printer: one page that loads nothing. */
record HorizonPage(Horizon horizon) implements HorizonFormat {
    private static final String STYLE =
            """
            body { font: 1rem/1.4 sans-serif; margin: 1rem }
            table { border-collapse: collapse; width: 100% }
            th, td { border-bottom: 1px solid #999; padding: .2rem .6rem; text-align: left }
            thead { display: table-header-group }
            tr { break-inside: avoid }
            .duty td:first-child { border-left: .4rem solid #b00 }
            .shadow { color: #555 }
            """;

    @Override
    public String head() {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>What runs out until %2$s</title>
                <style>
                %4$s</style>
                </head>
                <body>
                <h1>What runs out</h1>
                <p><strong>Made at <time>%1$s</time>.</strong> What became known later is not in it: ask the case worker.</p>
                <p>The next one is due at <time>%3$s</time>. If that is past, something is down: the dates below still hold for
                what was known, until <time>%2$s</time>; what runs out later is not in it.</p>
                <p>A red bar marks duties of our own. Act by the day in the second column.</p>
                <table>
                <thead><tr><th>Last day</th><th>Act by</th><th>Ends at</th><th>Complaint</th><th>Rule</th><th>Kind</th><th>Severity</th>\
                <th>Confidence</th><th>Team</th></tr></thead>
                <tbody>
                """
                .formatted(seconds(horizon.made()), seconds(horizon.until()), seconds(horizon.next()), STYLE);
    }

    @Override
    public String entry(Board.Entry entry) {
        return """
                <tr class="%s%s"><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>
                """
                .formatted(
                        escaped(entry.kind()),
                        entry.shadow() ? " shadow" : "",
                        entry.due(),
                        entry.actBy(),
                        escaped(ends(entry)),
                        escaped(entry.reference()),
                        escaped(entry.rule()),
                        escaped(entry.kind()),
                        escaped(entry.severity() == null ? "" : entry.severity()),
                        escaped(entry.confidence()),
                        escaped(entry.team() == null ? "" : entry.team()));
    }

    private static String ends(Board.Entry entry) {
        var local = ZonedDateTime.ofInstant(entry.dueAt(), ZoneId.of(entry.zone()));
        return local.toLocalDate() + " " + local.toLocalTime().truncatedTo(ChronoUnit.MINUTES) + " " + entry.zone();
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String foot() {
        return """
                </tbody>
                </table>
                <p>This is the end of the list: it is complete.</p>
                </body>
                </html>
                """;
    }
}
