package org.aryz.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aryz.standalone.part.Parts;

/** The events that services could not take in, as an operator lists and replays them. */
final class LeftOut {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final ServiceApi api;

    LeftOut(Settings settings) {
        this.api = new ServiceApi(settings, "operator");
    }

    /** Dead letters and parked complaints of the services named, or of all. */
    String of(List<String> services) {
        var letters = new Table("service", "dead letter", "record", "complaint", "type", "reason", "since", "parked");
        var parked = new Table("service", "parked complaint", "topic", "events", "type", "reason", "since");
        for (var service : services.isEmpty() ? Parts.SERVICES : services) {
            pages(service, "/dead-letters", "deadLetters", letter -> addLetter(letters, service, letter));
            pages(service, "/parked-complaints", "parkedComplaints", one -> addParked(parked, service, one));
        }
        return letters + "\n" + parked;
    }

    private static void addLetter(Table letters, String service, JsonNode letter) {
        letters.row(
                service,
                word(letter, "id"),
                word(letter, "topic") + "/" + word(letter, "partition") + "/" + word(letter, "offset"),
                word(letter, "complaint"),
                word(letter, "type"),
                word(letter, "reason"),
                word(letter, "at"),
                letter.path("parked").asBoolean() ? "yes" : "no");
    }

    private static void addParked(Table parked, String service, JsonNode complaint) {
        parked.row(
                service,
                word(complaint, "complaint"),
                word(complaint, "topic"),
                word(complaint, "events"),
                word(complaint, "type"),
                word(complaint, "reason"),
                word(complaint, "since"));
    }

    /** Lets a service take in what waits of a complaint, and tells what came of it. */
    String replay(String service, String complaint) {
        var path = "/parked-complaints/" + id(complaint) + "/replay";
        var body =
                ServiceApi.json(api.send(api.request(api.address(service, path)).POST(BodyPublishers.noBody()), 200));
        return "%s took in %d events of complaint %s; %d still wait"
                .formatted(
                        service,
                        body.path("takenIn").asLong(),
                        complaint,
                        body.path("waiting").asLong());
    }

    private void pages(String service, String path, String list, Consumer<JsonNode> each) {
        var next = api.address(service, path + "?limit=200");
        while (next != null) {
            var answer = api.send(api.request(next).GET(), 200);
            ServiceApi.json(answer).path(list).forEach(each);
            next = answer.headers()
                    .firstValue("Link")
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(link -> URI.create(link.group(1)))
                    .orElse(null);
        }
    }

    private static UUID id(String complaint) {
        try {
            return UUID.fromString(complaint);
        } catch (IllegalArgumentException e) {
            throw new StackFailure("\"" + complaint + "\" is not the id of a complaint", e);
        }
    }

    private static String word(JsonNode row, String field) {
        return row.hasNonNull(field) ? row.get(field).asText() : "-";
    }
}
