package org.aryz.deadline.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.aryz.deadline.Term;

/** Rows as the view's SQL functions take them in. */
final class BoardJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BoardJson() {}

    static String complaint(BoardComplaint seen) {
        var complaint = seen.facts().complaint();
        var row = JSON.createObjectNode()
                .put("complaint", complaint.id().toString())
                .put("reference", complaint.reference())
                .put("jurisdiction", complaint.jurisdiction().name())
                .put("organisation", complaint.organisation())
                .put("team", seen.facts().team())
                .put("assignee", seen.facts().assignee());
        seen.viewers().forEach(row.putArray("viewers")::add);
        seen.regions().forEach(row.putArray("regions")::add);
        seen.bodies().forEach(row.putObject("bodies")::put);
        return row.toString();
    }

    static String line(UUID complaint, UUID deadline, Line line) {
        var row = JSON.createObjectNode();
        if (line.term() != null) {
            put(line.term(), row);
            row.put("lastSafeDay", line.term().lastSafeDay().toString())
                    .put("actBy", line.term().actBy().toString());
        }
        return row.put("complaint", complaint.toString())
                .put("deadline", deadline.toString())
                .put("version", line.version())
                .put("standing", line.standing())
                .put("breached", line.breached())
                .put("severity", line.severity())
                .put("alert", line.alert() == null ? null : line.alert().toString())
                .toString();
    }

    static String breach(UUID complaint, Term term, Instant recordedAt) {
        var row = JSON.createObjectNode();
        put(term, row);
        return row.put("complaint", complaint.toString())
                .put("recordedAt", recordedAt.toString())
                .toString();
    }

    private static void put(Term term, ObjectNode row) {
        row.put("deadline", term.deadline().toString())
                .put("rule", term.rule())
                .put("ruleVersion", term.ruleVersion())
                .put("reading", term.reading())
                .put("subject", term.subject())
                .put("kind", term.kind().name().toLowerCase(Locale.ROOT))
                .put("shadow", term.shadow())
                .put("due", term.due().toString())
                .put("dueAt", term.dueAt().toString())
                .put("zone", term.zone().getId())
                .put("confidence", term.confidence().name())
                .put("consequence", term.consequence());
        term.caution().forEach(row.putArray("caution")::add);
    }
}
