package org.aryz.deadline.lawchange.application;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.aryz.deadline.law.Rule;
import org.aryz.deadline.lawchange.Edition;
import org.aryz.deadline.lawchange.LawChange;
import org.aryz.deadline.lawchange.LawChangeEvent.LawChangeApplied;
import org.aryz.deadline.lawchange.Proposal;
import org.aryz.servicekit.json.KebabCase;

/**
 * What others are told of a change that became law: which versions of rules, or which days. The words of rules and the names of days,
 * which people write, are not told.
 *
 * @param before the law until then
 */
record PublicRevision(LawChange change, LawChangeApplied applied, Edition before) {

    /** Type, data and metadata of the event. */
    JsonObject row() {
        var data = new JsonObject()
                .put("change", change.id().toString())
                .put("revision", applied.revision())
                .put("reason", change.reason());
        var metadata = new JsonObject()
                .put("actor", applied.by())
                .put("correlationId", change.id().toString());
        return new JsonObject()
                .put("type", change.proposal() instanceof Proposal.Rules ? "law.revised" : "calendar.revised")
                .put("data", data.mergeIn(fields()).encode())
                .put("metadata", metadata.encode());
    }

    private JsonObject fields() {
        return switch (change.proposal()) {
            case Proposal.Rules _ -> new JsonObject().put("rules", rules());
            case Proposal.Days(var days) -> new JsonObject().put("days", days(days));
            case Proposal.ZoneData data ->
                new JsonObject().put("days", new JsonArray()).put("zoneData", data.to());
        };
    }

    private JsonArray rules() {
        var told = new JsonArray();
        before.with(change, applied.by()).law().rules().stream()
                .filter(rule -> !before.law().rules().contains(rule))
                .map(PublicRevision::rule)
                .forEach(told::add);
        return told;
    }

    private static JsonObject rule(Rule rule) {
        var told = new JsonObject().put("rule", rule.id()).put("version", rule.version());
        var days = rule.inForce();
        if (!days.from().equals(LocalDate.MIN)) {
            told.put("inForceFrom", days.from().toString());
        }
        return days.to().equals(LocalDate.MAX)
                ? told
                : told.put("inForceTo", days.to().toString());
    }

    private static JsonArray days(List<Proposal.Day> days) {
        var told = new JsonArray();
        days.forEach(day -> told.add(new JsonObject()
                .put("country", day.country().name())
                .put("date", day.date().toString())
                .put("what", KebabCase.of(day.what()))
                .put("kind", day.kind())
                .put("scope", KebabCase.of(day.scope()))));
        return told;
    }
}
