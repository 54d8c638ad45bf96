package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.aryz.standalone.demo.Scenario.ExpectedAlert;
import org.aryz.standalone.demo.Scenario.ExpectedDeadline;

/** Compares what became of a complaint with what its scenario says must become of it. */
final class Expectations {

    private Expectations() {}

    /** What is still missing, in words; empty when all has happened. */
    static List<String> missing(Case played, List<Mailbox.Mail> mails) {
        var missing = new ArrayList<>(played.wrong());
        var expected = played.scenario().expect();
        if (played.deadlines().path("expired").asBoolean() != expected.expired()) {
            missing.add("expired should be " + expected.expired());
        }
        expected.deadlines().stream()
                .filter(deadline -> deadlines(played).noneMatch(actual -> matches(played, deadline, actual)))
                .forEach(deadline -> missing.add("no deadline " + deadline));
        expected.alerts().stream()
                .filter(alert -> played.alerts().stream().noneMatch(actual -> matches(alert, actual, mails)))
                .forEach(alert -> missing.add("no " + alert + " or not yet in these mailboxes"));
        return missing;
    }

    /** What is wrong with the letters: two about the same, or one that gives away a person. */
    static List<String> wrongWith(List<Mailbox.Mail> mails) {
        var wrong = new ArrayList<String>();
        var ids = new HashMap<String, String>();
        var people = PersonalData.ofTheDemo();
        for (var mail : mails) {
            var before = ids.putIfAbsent(mail.to() + " " + mail.alert(), mail.id());
            if (before != null && !before.equals(mail.id())) {
                wrong.add("two letters of alert " + mail.alert() + " came to " + mail.to());
            }
            people.in(mail.text()).forEach(text -> wrong.add("a letter to " + mail.to() + " gives away: " + text));
        }
        return wrong;
    }

    static Stream<JsonNode> deadlines(Case played) {
        return StreamSupport.stream(played.deadlines().path("deadlines").spliterator(), false);
    }

    private static boolean matches(Case played, ExpectedDeadline expected, JsonNode actual) {
        var due = expected.due();
        var dueAt = expected.dueAt();
        return actual.path("rule").asText().equals(expected.rule())
                && actual.path("status").asText().equals(expected.status())
                && (expected.reading() == null
                        || actual.path("reading").asText().equals(expected.reading()))
                && (due == null
                        || actual.path("due").asText().equals(played.moments().resolve(due)))
                && (dueAt == null
                        || isSame(
                                actual.path("dueAt").asText(), played.moments().resolve(dueAt)));
    }

    private static boolean matches(ExpectedAlert expected, JsonNode actual, List<Mailbox.Mail> mails) {
        return actual.path("rule").asText().equals(expected.rule())
                && (expected.rung() == null || actual.path("rung").asText().equals(expected.rung()))
                && expected.mailTo().stream().allMatch(address -> mails.stream()
                        .anyMatch(mail -> mail.to().equals(address)
                                && mail.alert().equals(actual.path("id").asText())));
    }

    private static boolean isSame(String one, String other) {
        return !one.isEmpty()
                && OffsetDateTime.parse(one)
                        .toInstant()
                        .equals(OffsetDateTime.parse(other).toInstant());
    }
}
