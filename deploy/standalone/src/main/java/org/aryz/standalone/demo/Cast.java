package org.aryz.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.aryz.standalone.Port;
import org.aryz.standalone.Progress;

/** Plays the partner who hands in a complaint and the staff who work on it. */
final class Cast {

    private final Api api;
    private final Progress progress;
    private final InstantSource clock;
    private final String run;

    /** The run is part of every idempotency key: a second demo hands in new complaints. */
    Cast(Api api, Progress progress, InstantSource clock, String run) {
        this.api = api;
        this.progress = progress;
        this.clock = clock;
        this.run = run;
    }

    Case play(Scenario scenario, int number) {
        var zone = ZoneId.of(scenario.complaint().path("zone").asText("Asia/Bishkek"));
        var played = new Case(scenario, new Moments(clock.instant().atZone(zone)));
        handIn(played, run + "-" + number);
        if (!played.reference().isEmpty()) {
            var step = 0;
            for (var doing : scenario.steps()) {
                act(played, doing, run + "-" + number + "-" + ++step);
            }
        }
        return played;
    }

    /** Twice, as a partner does whose line broke: it must be taken once. */
    private void handIn(Case played, String key) {
        var scenario = played.scenario();
        var body = played.moments().resolve(scenario.complaint());
        var headers = Map.of("Idempotency-Key", key);
        var first = api.post(Port.INTAKE, "/complaints", scenario.from(), headers, body, 201);
        if (!first.ok()) {
            wentWrong(played, "handing in was answered " + first.status() + ": " + first.body());
            return;
        }
        played.received(first.body());
        progress.step(played.reference(), "received from " + scenario.from() + ": " + scenario.title());
        var second = api.post(Port.INTAKE, "/complaints", scenario.from(), headers, body, 201);
        if (!second.body().path("id").asText().equals(played.id("complaint")) || !second.replayed()) {
            wentWrong(played, "handing in twice was answered " + second.status() + ": " + second.body());
        }
    }

    private void act(Case played, Scenario.Step step, String key) {
        var action = step.action();
        var path = action.path(played);
        var refusal = step.refused();
        var expected = refusal == null ? 200 : refusal.status();
        var answer = action.reads()
                ? api.get(action.service(), path, step.as())
                : api.post(
                        action.service(), path, step.as(), headers(played, action, key), body(played, step), expected);
        if (refusal == null ? answer.ok() : isRefused(answer, refusal)) {
            played.done(action, answer.body());
            progress.step(played.reference(), told(step));
        } else {
            wentWrong(played, told(step) + " was answered " + answer.status() + ": " + answer.body());
        }
    }

    private static Map<String, String> headers(Case played, Action action, String key) {
        var headers = new HashMap<>(Map.of("Idempotency-Key", key));
        var versioned = action.versionOf();
        if (versioned != null) {
            headers.put("If-Match", "\"" + played.version(versioned) + "\"");
        }
        return headers;
    }

    /** What is done now is done after the complaint was received, so now is asked again. */
    private JsonNode body(Case played, Scenario.Step step) {
        var body = step.body();
        var zone = played.moments().now().getZone();
        return body == null
                ? JsonNodeFactory.instance.objectNode()
                : new Moments(clock.instant().atZone(zone)).resolve(body, played::named);
    }

    private static boolean isRefused(Api.Answer answer, Scenario.Refusal refusal) {
        return answer.status() == refusal.status()
                && (refusal.code() == null || answer.code().equals(refusal.code()));
    }

    private static String told(Scenario.Step step) {
        var refusal = step.refused();
        return step.as() + ": " + step.action().told()
                + (refusal == null ? "" : " refused, as it must be (" + refusal.status() + ")");
    }

    private void wentWrong(Case played, String what) {
        played.wentWrong(what);
        progress.step(played.reference(), "WRONG: " + what);
    }
}
