package org.aryz.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.aryz.standalone.part.Parts;

/** The services' REST, as one of the demo staff calls it. */
final class ServiceApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final String token;

    /** @param name whose token it calls with */
    ServiceApi(Settings settings, String name) {
        this.settings = settings;
        this.token = new Tokens(settings).of(name);
    }

    URI address(String service, String path) {
        if (!Parts.SERVICES.contains(service)) {
            throw new StackFailure(
                    "There is no service \"" + service + "\"; the services are " + String.join(", ", Parts.SERVICES));
        }
        return URI.create(settings.url(Port.valueOf(service.toUpperCase(Locale.ROOT))) + path);
    }

    HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request, int expected) {
        var address = request.build().uri();
        try {
            var answer = Http.send(request);
            if (answer.statusCode() != expected) {
                throw new StackFailure(address + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new StackFailure(address + " does not answer; is the stack up?", e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackFailure(answer.uri() + " answers with something that is no JSON", e);
        }
    }
}
