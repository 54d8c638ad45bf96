package org.aryz.referral.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.aryz.referral.Authorities;
import org.aryz.referral.Authority;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.AuthorityKind;
import org.aryz.referral.Code;
import org.aryz.referral.Jurisdiction;

/** Reads the directory of authorities that ships with the service, and refuses to start with one that is not whole. */
public final class AuthoritiesFile {
    private static final String FILE = "/authorities.json";
    private static final Set<String> LANGUAGES = Set.of("en", "ru", "ky", "kk");

    private AuthoritiesFile() {}

    @Produces
    @Singleton
    @Startup
    static Authorities load() {
        try (var file = Objects.requireNonNull(AuthoritiesFile.class.getResourceAsStream(FILE), FILE)) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Authorities read(InputStream json) throws IOException {
        return new Authorities(Json.read(new String(json.readAllBytes(), StandardCharsets.UTF_8))
                .valueStream()
                .map(AuthoritiesFile::authority)
                .toList());
    }

    private static Authority authority(JsonNode entry) {
        var code = Json.text(entry, "code");
        var jurisdiction = Jurisdiction.valueOf(Json.text(entry, "jurisdiction"));
        var kind = Code.of(AuthorityKind.class, Json.text(entry, "kind"));
        var regions =
                entry.required("regions").valueStream().map(JsonNode::textValue).collect(Collectors.toSet());
        check(
                code,
                code.startsWith(jurisdiction.name().toLowerCase(Locale.ROOT) + "-"),
                "its code names another jurisdiction");
        check(
                code,
                regions.stream().allMatch(region -> region.startsWith(jurisdiction + "-")),
                "a region lies elsewhere");
        check(
                code,
                regions.isEmpty() != (kind == AuthorityKind.LOCAL_PROSECUTOR),
                "local prosecutors, and only they, have regions");
        return new Authority(
                new AuthorityCode(code), jurisdiction, kind, regions, names(code, entry.required("names")));
    }

    private static Map<String, String> names(String code, JsonNode names) {
        var byLanguage = names.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, name -> name.getValue()
                .asText()));
        check(code, byLanguage.keySet().equals(LANGUAGES), "it needs a name in each of " + LANGUAGES);
        check(code, byLanguage.values().stream().noneMatch(String::isBlank), "a name is empty");
        return byLanguage;
    }

    private static void check(String code, boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Authority " + code + ": " + otherwise);
        }
    }
}
