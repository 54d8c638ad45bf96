package org.aryz.benchmarks.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.NewEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.UuidV7;

/** Events to measure with: half a kilobyte of codes, as a complaint has, and who recorded them. */
final class Facts {
    /** No colon before a letter or a digit: pgbench would take it for a variable. */
    static final String DATA =
            """
            {"reference": "KG-2026-0000000", "channel": "partner-system", "jurisdiction": "KG", "organisation": "legal-aid", \
            "allegations": [{"kind": "torture", "purpose": "confession", "place": "police-station", "region": "KG-GB", \
            "agency": "criminal-police", "earliest": "2016-12-20", "latest": "2016-12-21"}, {"kind": "ill-treatment", \
            "purpose": "punishment", "place": "detention", "region": "KG-GB", "agency": "penal-service", \
            "earliest": "2017-01-11", "latest": "2017-03-02"}], "consents": [{"use": "refer", "authorities": \
            ["kg-prosecutor-general"]}], "sharedWith": ["coalition"]}""";

    static final String METADATA =
            """
            {"actor": "0198c2a4-5b1e-7c3d-9e8f-102132435465", "organisation": "legal-aid", \
            "correlation": "0198c2a4-5b1e-7c3d-9e8f-a1b2c3d4e5f6"}""";

    static final String TYPE = "complaint.received";

    private static final Instant THEN = Instant.parse("2026-03-01T10:15:30Z");

    private Facts() {}

    static Append first() {
        return next(UuidV7.next(), 0);
    }

    static Append next(UUID stream, long version) {
        return append(stream, version, 1);
    }

    static Append append(UUID stream, long version, int events) {
        return Append.to(
                StreamId.of(stream),
                version,
                IntStream.range(0, events)
                        .mapToObj(_ -> new NewEvent(UuidV7.next(), TYPE, 1, DATA, List.of(), THEN))
                        .toList(),
                METADATA);
    }

    static List<UUID> streams(int count) {
        var streams = new ArrayList<UUID>(count);
        for (var i = 0; i < count; i++) {
            streams.add(UuidV7.next());
        }
        return streams;
    }
}
