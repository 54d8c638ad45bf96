package org.aryz.deadline.messaging;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.AlertRaised;
import org.aryz.deadline.DeadlineEvent.AlertWithdrawn;
import org.aryz.deadline.DeadlineEvent.ComplaintExpired;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.DeadlineMet;
import org.aryz.deadline.DeadlineEvent.DeadlineOpened;
import org.aryz.deadline.DeadlineEvent.DeadlineRecalculated;
import org.aryz.deadline.DeadlineEvent.DeadlineResumed;
import org.aryz.deadline.DeadlineEvent.DeadlineSuspended;
import org.aryz.deadline.DeadlineEvent.DeadlineWaived;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.DeadlineEvent.LimitationExpired;
import org.aryz.deadline.Fact;
import org.aryz.deadline.Term;
import org.jspecify.annotations.Nullable;

/** The public fields of each event. Facts are told by type and id alone: they are public already, in the words of their owner. */
final class PublicFields {
    private static final List<String> SUBJECTS = List.of("decision", "suspect", "referral", "allegation");
    private static final String UNKNOWN_SUSPECT = "unknown-suspect";

    private PublicFields() {}

    static ObjectNode of(DeadlineEvent event) {
        return switch (event) {
            case FactsNoted noted -> noted(noted);
            case DeadlineOpened opened -> term(opened.term());
            case DeadlineRecalculated changed ->
                moved(changed.term(), changed.oldDue(), changed.oldDueAt(), changed.reason());
            case DeadlineSuspended suspended -> term(suspended.term()).put("reason", suspended.reason());
            case DeadlineResumed resumed ->
                moved(resumed.term(), resumed.oldDue(), resumed.oldDueAt(), resumed.reason());
            case DeadlineMet met -> term(met.term()).put("fact", met.fact()).put("late", met.late());
            case DeadlineWaived waived -> term(waived.term()).put("reason", waived.reason());
            case DeadlineBreached breached -> term(breached.term());
            case LimitationExpired expired -> expired(expired.term());
            case ComplaintExpired _ -> JsonNodeFactory.instance.objectNode();
            case AlertRaised raised -> raised(raised);
            case AlertWithdrawn withdrawn ->
                JsonNodeFactory.instance
                        .objectNode()
                        .put("alert", withdrawn.alert().toString())
                        .put("deadline", withdrawn.deadline().toString())
                        .put("reason", withdrawn.reason());
        };
    }

    private static ObjectNode noted(FactsNoted noted) {
        var fields = JsonNodeFactory.instance
                .objectNode()
                .put("fact", noted.source())
                .put("factId", noted.sourceId().toString());
        var subject = noted.facts().size() == 1 ? subject(noted.facts().getFirst()) : null;
        return subject == null ? fields : fields.put("subject", subject);
    }

    private static @Nullable String subject(Fact fact) {
        return SUBJECTS.stream()
                .flatMap(field -> fact.all(field).stream())
                .findFirst()
                .orElse(null);
    }

    private static ObjectNode term(Term term) {
        var fields = named(term)
                .put("ruleVersion", term.ruleVersion())
                .put("reading", term.reading())
                .put("shadow", term.shadow())
                .put("kind", code(term.kind()))
                .put("subject", term.subject())
                .put("due", term.due().toString())
                .put("dueAt", term.dueAt().toString())
                .put("actBy", term.actBy().toString())
                .put("confidence", term.confidence().name());
        term.caution().forEach(fields.putArray("caution")::add);
        return fields;
    }

    private static ObjectNode named(Term term) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("deadline", term.deadline().toString())
                .put("rule", term.rule());
    }

    private static ObjectNode moved(Term term, LocalDate oldDue, Instant oldDueAt, String reason) {
        return term(term)
                .put("oldDue", oldDue.toString())
                .put("oldDueAt", oldDueAt.toString())
                .put("reason", reason);
    }

    private static ObjectNode expired(Term term) {
        var fields = named(term)
                .put("ruleVersion", term.ruleVersion())
                .put("subject", term.subject())
                .put("due", term.due().toString())
                .put("dueAt", term.dueAt().toString());
        var colon = term.subject().lastIndexOf(':');
        var suspect = colon < 0 ? term.subject() : term.subject().substring(0, colon);
        if (!suspect.equals(UNKNOWN_SUSPECT)) {
            fields.put("suspect", suspect);
        }
        return colon < 0 ? fields : fields.put("article", term.subject().substring(colon + 1));
    }

    private static ObjectNode raised(AlertRaised raised) {
        var term = raised.term();
        var fields = term(term)
                .put("alert", raised.alert().toString())
                .put("rung", raised.rung())
                .put("severity", code(raised.severity()))
                .put("audience", raised.audience())
                .put("zone", term.zone().getId())
                .put("consequence", term.consequence());
        if (raised.team() != null) {
            fields.put("team", raised.team());
        }
        if (raised.assignee() != null) {
            fields.put("assignee", raised.assignee());
        }
        return fields.without(List.of("ruleVersion", "caution"));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
