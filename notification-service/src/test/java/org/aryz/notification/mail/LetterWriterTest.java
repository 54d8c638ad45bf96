package org.aryz.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Set;
import org.aryz.notification.Notice;
import org.aryz.notification.Sample;
import org.aryz.notification.Severity;
import org.aryz.notification.application.Language;
import org.aryz.notification.application.Message;
import org.aryz.notification.application.Recipient;
import org.aryz.notification.application.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTest {
    private final LetterWriter writer = new LetterWriter(templates(), "https://aryz.example");

    @ParameterizedTest
    @EnumSource
    void everyLanguageNamesCaseRuleTimesAndLink(Language language) {
        var letter = writer.write(reader(language, "Asia/Bishkek"), first(Sample.notice()));
        assertThat(letter.subject()).contains("KG-2025-7F3K9Q2M8X", "KG-INV-60D", "2025-07-16 00:00");
        assertThat(letter.text())
                .contains(
                        "KG-2025-7F3K9Q2M8X", "KG-INV-60D", "2025-07-15", "https://aryz.example/alerts/" + Sample.ALERT)
                .contains("2025-07-16 00:00 (Asia/Bishkek, UTC+06:00)")
                .contains("2025-07-15 18:00 UTC")
                .doesNotContain("{", "}", "NOT_FOUND", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EV-MED-24H", "EV-MED-14D", "CO-TRIAGE", "CO-REFER", "CO-SAFETY", "KG-REG-24H", "KG-DEC-COPY",
                "KG-APPEAL-OWN", "KG-INV-60D", "KG-INV-2021", "KZ-REG-24H", "KG-LIM-EG", "KG-LIM-SG", "KZ-LIM-CIDT"
            })
    void everyRuleHasWordsOfItsOwnInEveryLanguage(String rule) {
        for (var language : Language.values()) {
            var own = text(language, rule);
            assertThat(own).isNotEqualTo(text(language, "XX-NEW").replace("XX-NEW", rule));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySeverityHasAName(Severity severity) {
        for (var language : Language.values()) {
            var letter = writer.write(reader(language, "Asia/Almaty"), first(Sample.notice("KG-INV-60D", severity)));
            assertThat(letter.subject()).doesNotContain("NOT_FOUND").doesNotStartWith(":");
        }
    }

    @Test
    void timesAreTheReadersOwn() {
        var letter = writer.write(reader(Language.RU, "Asia/Almaty"), first(Sample.notice()));
        assertThat(letter.text()).contains("2025-07-15 23:00 (Asia/Almaty, UTC+05:00)");
    }

    @Test
    void aTermWithoutAnActByDateHasNoSuchLine() {
        var notice = Sample.notice();
        var without = new Notice(
                notice.complaint(),
                notice.deadline(),
                notice.rule(),
                notice.rung(),
                notice.severity(),
                notice.ours(),
                notice.due(),
                notice.dueAt(),
                null,
                notice.raisedAt(),
                notice.correlation());
        var letter = writer.write(reader(Language.EN, "Asia/Bishkek"), first(without));
        assertThat(letter.text()).contains("Last day").doesNotContain("Act by");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsToldAfterOthersStayedSilentIsToldSo(Language language) {
        var reader = reader(language, "Asia/Bishkek");
        var first = writer.write(reader, first(Sample.notice())).text().lines().toList();
        var next = writer.write(
                        reader,
                        new Message(
                                Sample.ALERT, Sample.notice(), Sample.notice().raisedAt(), true))
                .text()
                .lines()
                .toList();
        assertThat(next).hasSize(first.size() + 1).containsSubsequence(first);
    }

    private static Message first(Notice notice) {
        return new Message(Sample.ALERT, notice, notice.raisedAt(), false);
    }

    private String text(Language language, String rule) {
        return writer.write(reader(language, "Asia/Bishkek"), first(Sample.notice(rule, Severity.URGENT)))
                .text();
    }

    private static Recipient reader(Language language, String zone) {
        return new Recipient(
                "r-1",
                "coalition",
                "r-1@example.org",
                language,
                ZoneId.of(zone),
                Role.CASE_WORKER,
                Set.of("KG"),
                Set.of(Severity.URGENT));
    }

    /** The templates as Quarkus would find them. */
    private static Engine templates() {
        EngineBuilder builder = Engine.builder().addDefaults();
        var engine = builder.build();
        for (var language : Language.values()) {
            var id = "letter/" + language.tag() + ".txt";
            engine.putTemplate(id, engine.parse(resource("/templates/" + id)));
        }
        return engine;
    }

    private static String resource(String name) {
        try (var in = LetterWriterTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
