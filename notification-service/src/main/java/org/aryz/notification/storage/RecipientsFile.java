package org.aryz.notification.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aryz.notification.application.Recipient;
import org.aryz.notification.application.Recipients;
import org.aryz.notification.application.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads who is to be told. A file that leaves a doubt stops the start, with one sentence that says why and what to do. */
@ApplicationScoped
class RecipientsFile {
    private static final String REMEDY = ". Write a JSON list of the people to tell of alerts into this file, as"
            + " docs/operations.md shows under \"Recipients\", and start again";

    /** Before anything that would have to be stopped again is started. */
    @Produces
    @Singleton
    @Startup(Interceptor.Priority.PLATFORM_BEFORE)
    Recipients recipients(
            @ConfigProperty(name = "aryz.recipients.file") Path file,
            @ConfigProperty(name = "aryz.recipients.fallback") Optional<List<String>> fallback,
            @ConfigProperty(name = "aryz.coalition-organisation") String coalition) {
        try {
            var all = read(Files.readAllBytes(file));
            return new Recipients(all, fallback.orElseGet(() -> idsOf(coalition, all)));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw refused(file, "line %d, column %d can't be read".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException e) {
            throw refused(file, "there is no such file to read");
        } catch (IllegalArgumentException e) {
            throw refused(file, String.valueOf(e.getMessage()));
        }
    }

    private static List<String> idsOf(String organisation, List<Recipient> all) {
        return all.stream()
                .filter(recipient -> recipient.organisation().equals(organisation) && recipient.role() != Role.OPERATOR)
                .map(Recipient::id)
                .toList();
    }

    private static List<Recipient> read(byte[] json) throws IOException {
        var entries = new ObjectMapper().readValue(json, new TypeReference<List<RecipientEntry>>() {});
        var recipients = new ArrayList<Recipient>();
        for (var entry : entries) {
            try {
                recipients.add(entry.recipient());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("entry " + (recipients.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return recipients;
    }

    /** Printed as it is, without a trace of calls; its cause could quote an address. */
    private static ConfigurationException refused(Path file, String why) {
        return new ConfigurationException("ARYZ_RECIPIENTS_FILE: " + file.toAbsolutePath() + ": " + why + REMEDY);
    }
}
