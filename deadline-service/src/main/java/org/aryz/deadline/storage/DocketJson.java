package org.aryz.deadline.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.aryz.deadline.CaseFacts;
import org.aryz.deadline.Complaint;
import org.aryz.deadline.Docket;
import org.aryz.deadline.Fact;
import org.aryz.eventlog.InlineRow;

/** Dockets as rows: what a query selects by stands in columns, the rest in one text. */
final class DocketJson {
    private final ObjectMapper json;
    private final ObjectReader reader;

    DocketJson(ObjectMapper json) {
        this.json = json;
        this.reader = json.readerFor(Stored.class);
    }

    /** What no query looks at. */
    private record Stored(Complaint complaint, List<Fact> facts, Set<UUID> givenUp, long fingerprint) {}

    InlineRow row(Complaint complaint, long version, long revision, Optional<Docket> docket) {
        var row = json.createObjectNode()
                .put("complaint", complaint.id().toString())
                .put("version", version)
                .put("revision", revision);
        docket.ifPresent(known -> {
            row.put("jurisdiction", complaint.jurisdiction().name()).put("docket", text(known));
            var types = row.putArray("factTypes");
            known.facts().all().stream().map(Fact::type).distinct().sorted().forEach(types::add);
            var days = row.putArray("days");
            known.days().forEach(day -> days.add(day.toString()));
        });
        return new InlineRow("deadline.file_docket", row.toString());
    }

    Docket read(String stored) {
        try {
            Stored read = reader.readValue(stored);
            return new Docket(
                    CaseFacts.of(read.complaint()).with(read.complaint(), read.facts()),
                    new TreeSet<>(read.givenUp()),
                    new TreeSet<>(),
                    read.fingerprint());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(Docket docket) {
        try {
            return json.writeValueAsString(new Stored(
                    docket.facts().complaint(),
                    List.copyOf(docket.facts().all()),
                    docket.givenUp(),
                    docket.fingerprint()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
