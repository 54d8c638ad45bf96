package org.aryz.notification.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.aryz.notification.application.Language;
import org.aryz.notification.application.Message;
import org.aryz.notification.application.Recipient;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a notice into words. Uses nothing but the notice's codes and times, so no letter can hold anything personal. */
@ApplicationScoped
class LetterWriter {
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ROOT);

    private final Engine templates;
    private final String linkBase;
    private final Map<Language, Wording> wordings = new EnumMap<>(Language.class);

    LetterWriter(Engine templates, @ConfigProperty(name = "aryz.alerts.link-base") String linkBase) {
        this.templates = templates;
        var json = new ObjectMapper();
        this.linkBase = linkBase;
        for (var language : Language.values()) {
            wordings.put(language, Wording.of(language, json));
        }
    }

    Letter write(Recipient reader, Message message) {
        var notice = message.notice();
        var wording = wordings.get(reader.language());
        if (wording == null) {
            throw new IllegalStateException("no wording in " + reader.language());
        }
        var text = wording.textOf(notice);
        var local = notice.dueAt().atZone(reader.zone());
        var template = templates.getTemplate("letter/" + reader.language().tag() + ".txt");
        return Letter.parse(template.instance()
                .data("severity", wording.nameOf(notice.severity()))
                .data("reference", notice.complaint().reference())
                .data("rule", notice.rule())
                .data("means", text.means())
                .data("action", text.action())
                .data("lastDay", notice.due())
                .data("actBy", notice.actBy())
                .data("localTime", TO_THE_MINUTE.format(local))
                .data("zone", reader.zone().getId() + ", " + OFFSET.format(local))
                .data("utcTime", TO_THE_MINUTE.format(notice.dueAt().atOffset(ZoneOffset.UTC)))
                .data("link", linkBase + "/alerts/" + message.alert())
                .data("passedOn", message.passedOn())
                .render());
    }
}
