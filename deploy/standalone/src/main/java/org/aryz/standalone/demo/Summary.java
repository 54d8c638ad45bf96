package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.aryz.standalone.Table;

/** The tables at the end of the demo: complaints, their deadlines, their alerts. */
final class Summary {

    private Summary() {}

    static String of(List<Case> cases, List<Mailbox.Mail> mails) {
        return "\n" + complaints(cases) + "\n" + deadlines(cases) + "\n" + alerts(cases, mails);
    }

    /** A deadline in one line. */
    static String deadline(JsonNode deadline) {
        return "%s %s, due %s, %s"
                .formatted(
                        text(deadline, "rule"),
                        text(deadline, "reading"),
                        text(deadline, "dueAt"),
                        text(deadline, "status"));
    }

    /** An alert in one line. */
    static String alert(JsonNode alert) {
        return "%s %s, %s, due %s"
                .formatted(text(alert, "rule"), text(alert, "rung"), text(alert, "severity"), text(alert, "dueAt"));
    }

    private static Table complaints(List<Case> cases) {
        var table = new Table("complaint", "expired", "deadlines", "alerts", "what");
        for (var played : cases) {
            table.row(
                    played.reference(),
                    played.deadlines().path("expired").asBoolean() ? "yes" : "no",
                    played.deadlines().path("deadlines").size(),
                    played.alerts().size(),
                    played.scenario().title());
        }
        return table;
    }

    private static Table deadlines(List<Case> cases) {
        var table = new Table("complaint", "deadline", "reading", "kind", "status", "due at", "act by");
        for (var played : cases) {
            Expectations.deadlines(played)
                    .forEach(one -> table.row(
                            played.reference(),
                            text(one, "rule"),
                            text(one, "reading"),
                            text(one, "kind") + (one.path("shadow").asBoolean() ? ", shadow" : ""),
                            text(one, "status"),
                            text(one, "dueAt"),
                            text(one, "actBy")));
        }
        return table;
    }

    private static Table alerts(List<Case> cases, List<Mailbox.Mail> mails) {
        var table = new Table("complaint", "alert of", "rung", "severity", "due at", "letters");
        for (var played : cases) {
            for (var alert : played.alerts()) {
                table.row(
                        played.reference(),
                        text(alert, "rule"),
                        text(alert, "rung"),
                        text(alert, "severity"),
                        text(alert, "dueAt"),
                        mails.stream()
                                .filter(mail -> mail.alert().equals(text(alert, "id")))
                                .count());
            }
        }
        return table;
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("-");
    }
}
