package org.aryz.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Access tokens of the demo partners and staff. Their secrets are those of the demo realm and open no other door. */
public final class Tokens {

    /** Who can be asked for, and what they are in the realm. */
    public static final Map<String, String> NAMES = names();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;

    public Tokens(Settings settings) {
        this.settings = settings;
    }

    /** A fresh access token of this name. */
    public String of(String name) {
        if (!NAMES.containsKey(name)) {
            throw new StackFailure("Nobody is called \"" + name + "\" in the demo; choose one of "
                    + String.join(", ", NAMES.keySet()));
        }
        try {
            var answer = Http.send(HttpRequest.newBuilder(
                            URI.create(settings.url(Port.KEYCLOAK) + "/realms/aryz/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form(name))));
            if (answer.statusCode() != 200) {
                throw new StackFailure("Keycloak gave no token for " + name + ": " + answer.body());
            }
            return JSON.readTree(answer.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new StackFailure(
                    "Keycloak does not answer at " + settings.url(Port.KEYCLOAK) + "; is the stack up?", e);
        }
    }

    /** How this name logs in. */
    public static String secret(String name) {
        return name.startsWith("partner") ? "demo-secret-of-" + name : "demo-password-of-" + name;
    }

    private static String form(String name) {
        var login = name.startsWith("partner")
                ? Map.of("grant_type", "client_credentials", "client_id", name, "client_secret", secret(name))
                : Map.of("grant_type", "password", "client_id", "aryz-cli", "username", name, "password", secret(name));
        return login.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("partner", "partner system of legal-aid");
        names.put("partner-hotline", "partner system of hotline");
        names.put("caseworker", "case worker of the coalition");
        names.put("lawyer", "lawyer of the coalition");
        names.put("coordinator", "coordinator of the coalition");
        names.put("auditor", "auditor of the coalition");
        names.put("administrator", "administrator of the coalition");
        names.put("operator", "operator of the coalition");
        return names;
    }
}
