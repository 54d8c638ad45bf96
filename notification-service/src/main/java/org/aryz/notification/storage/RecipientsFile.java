package org.aryz.notification.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aryz.notification.Severity;
import org.aryz.notification.application.Language;
import org.aryz.notification.application.Recipient;
import org.aryz.notification.application.Recipients;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads who is to be told. A file that leaves a doubt stops the start, saying which entry and why. */
@ApplicationScoped
class RecipientsFile {

    /** One entry as people write it. */
    record Entry(
            String id,
            String organisation,
            String email,
            String language,
            String zone,
            Set<String> jurisdictions,
            Set<String> severities) {}

    @Produces
    @Singleton
    Recipients recipients(
            @ConfigProperty(name = "aryz.recipients.file") Path file,
            @ConfigProperty(name = "aryz.recipients.fallback") Optional<List<String>> fallback,
            @ConfigProperty(name = "aryz.coalition-organisation") String coalition) {
        var all = read(file);
        return new Recipients(all, fallback.orElseGet(() -> all.stream()
                .filter(recipient -> recipient.organisation().equals(coalition))
                .map(Recipient::id)
                .toList()));
    }

    static List<Recipient> read(Path file) {
        try {
            var entries = new ObjectMapper().readValue(Files.readAllBytes(file), new TypeReference<List<Entry>>() {});
            return entries.stream().map(RecipientsFile::recipient).toList();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "ARYZ_RECIPIENTS_FILE: " + file + " can't be read as a list of recipients", e);
        }
    }

    private static Recipient recipient(Entry entry) {
        try {
            return new Recipient(
                    matching(entry.id, "[A-Za-z0-9][A-Za-z0-9._:-]{0,127}"),
                    matching(entry.organisation, "[a-z0-9]+(-[a-z0-9]+)*"),
                    matching(entry.email, "[^\\s<>@]+@[^\\s<>@]+"),
                    Language.valueOf(entry.language.toUpperCase(Locale.ROOT)),
                    ZoneId.of(entry.zone),
                    entry.jurisdictions,
                    entry.severities.stream().map(RecipientsFile::severity).collect(Collectors.toSet()));
        } catch (RuntimeException e) {
            throw new IllegalStateException("ARYZ_RECIPIENTS_FILE: entry " + entry.id + " is not valid", e);
        }
    }

    private static String matching(String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException("does not match " + pattern);
        }
        return value;
    }

    private static Severity severity(String code) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown severity " + code));
    }
}
