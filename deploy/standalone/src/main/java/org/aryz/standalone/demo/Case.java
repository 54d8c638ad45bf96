package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A scenario on its way: the ids and versions it was given, and what was last seen of it. */
final class Case {

    private final Scenario scenario;
    private final Moments moments;
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private String reference = "";
    private JsonNode deadlines = MissingNode.getInstance();
    private List<JsonNode> alerts = List.of();

    Case(Scenario scenario, Moments moments) {
        this.scenario = scenario;
        this.moments = moments;
    }

    Scenario scenario() {
        return scenario;
    }

    Moments moments() {
        return moments;
    }

    String reference() {
        return reference;
    }

    /** The id of the complaint, or of its last referral, decision, or thing that a fact began; empty before there is one. */
    String id(String name) {
        return ids.getOrDefault(name, "");
    }

    /** A text with the ids in it for which {@code {complaint}}, {@code {referral}}, {@code {decision}} and {@code {fact}} stand. */
    String named(String text) {
        var named = text;
        for (var name : new String[] {"complaint", "referral", "decision", "fact"}) {
            named = named.replace("{" + name + "}", id(name));
        }
        return named;
    }

    long version(String name) {
        return versions.getOrDefault(name, 0L);
    }

    void received(JsonNode answer) {
        ids.put("complaint", answer.path("id").asText());
        reference = answer.path("reference").asText();
        versions.put("complaint", answer.path("version").asLong());
    }

    void done(Action action, JsonNode answer) {
        var created = action.creates();
        if (created != null) {
            ids.put(created, answer.path("id").asText());
        }
        var versioned = action.tellsVersionOf();
        if (versioned != null && answer.has("version")) {
            versions.put(versioned, answer.path("version").asLong());
        }
    }

    void wentWrong(String what) {
        wrong.add(what);
    }

    List<String> wrong() {
        return wrong;
    }

    void saw(JsonNode deadlines, List<JsonNode> alerts) {
        this.deadlines = deadlines;
        this.alerts = List.copyOf(alerts);
    }

    JsonNode deadlines() {
        return deadlines;
    }

    List<JsonNode> alerts() {
        return alerts;
    }
}
