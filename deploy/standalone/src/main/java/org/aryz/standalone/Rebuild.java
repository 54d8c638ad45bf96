package org.aryz.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Has a read model built anew, as an administrator does, and follows that until it serves. */
final class Rebuild {
    /** Looks in a row at which the last batch had failed: an outage passes, a fault does not. */
    private static final int PATIENCE = 10;

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

    private final ServiceApi api;
    private final Progress progress;
    private final Duration look;

    Rebuild(Settings settings, Progress progress, Duration look) {
        this.api = new ServiceApi(settings, "administrator");
        this.progress = progress;
        this.look = look;
    }

    /** Returns once the generation that is built serves. */
    void run(String service, String name) throws InterruptedException {
        var all = api.address(service, "/projections");
        var generation = begin(all, name);
        progress.say("Generation %d of %s is built; the one before serves meanwhile".formatted(generation, name));
        var failures = 0;
        var found = find(all, name);
        while (found.path("serving").path("generation").asInt() != generation) {
            var building = found.path("building");
            if (building.path("generation").asInt() != generation) {
                throw new StackFailure("Generation %d of %s was given up, because another version is built"
                        .formatted(generation, name));
            }
            failures = building.hasNonNull("failure") ? failures + 1 : 0;
            if (failures == PATIENCE) {
                throw failure(name, building);
            }
            progress.step(name, told(building));
            Thread.sleep(look);
            found = find(all, name);
        }
        progress.say("Generation %d of %s serves".formatted(generation, name));
    }

    private int begin(URI all, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StackFailure("\"" + name + "\" is not the name of a read model");
        }
        var rebuild = api.request(URI.create(all + "/" + name + "/rebuild")).POST(BodyPublishers.noBody());
        return ServiceApi.json(api.send(rebuild, 202)).path("generation").asInt();
    }

    private JsonNode find(URI all, String name) {
        var projections = ServiceApi.json(api.send(api.request(all).GET(), 200)).path("projections");
        return StreamSupport.stream(projections.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure(all + " does not tell of " + name + " any more"));
    }

    private static String told(JsonNode building) {
        var percent = building.path("percent").asDouble();
        var text = String.format(
                Locale.ROOT,
                "%.1f %%, position %d",
                percent,
                building.path("position").asLong());
        if (building.path("waitsFor").asInt() > 0) {
            return text + ", waits for " + building.path("waitsFor").asInt() + " replicas of an older version to end";
        }
        return building.hasNonNull("estimatedEnd")
                ? text + ", until about " + building.path("estimatedEnd").asText()
                : text;
    }

    private static StackFailure failure(String name, JsonNode building) {
        return new StackFailure("%s can't be built beyond position %d: %s. It is tried again, and the one before serves"
                .formatted(
                        name,
                        building.path("position").asLong(),
                        building.path("failure").asText()));
    }
}
