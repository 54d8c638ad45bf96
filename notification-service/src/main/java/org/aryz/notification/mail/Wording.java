package org.aryz.notification.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.aryz.notification.Notice;
import org.aryz.notification.Severity;
import org.aryz.notification.application.Language;

/**
 * The words of one language: how severities are called, what each rule means and asks for.
 *
 * @param rules by rule id, by the beginning of one ({@code KG-LIM-*}), and for every other rule {@code duty} and
 *     {@code watch}
 */
record Wording(Map<String, String> severity, Map<String, RuleText> rules) {

    /** What runs out, and what to do about it. */
    record RuleText(String means, String action) {}

    static Wording of(Language language, ObjectMapper json) {
        var name = "/wording/" + language.tag() + ".json";
        try (var in = Wording.class.getResourceAsStream(name)) {
            return json.readValue(in, Wording.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    String nameOf(Severity wanted) {
        return required(severity, wanted.code());
    }

    RuleText textOf(Notice notice) {
        var exact = rules.get(notice.rule());
        return exact != null ? exact : required(rules, keyOf(notice));
    }

    private String keyOf(Notice notice) {
        return rules.keySet().stream()
                .filter(key -> key.endsWith("*") && notice.rule().startsWith(key.substring(0, key.length() - 1)))
                .findFirst()
                .orElse(notice.ours() ? "duty" : "watch");
    }

    private static <T> T required(Map<String, T> words, String key) {
        var word = words.get(key);
        if (word == null) {
            throw new IllegalStateException("no wording for " + key);
        }
        return word;
    }
}
