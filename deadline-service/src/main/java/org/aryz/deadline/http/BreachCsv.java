package org.aryz.deadline.http;

import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.stream.Collectors;
import org.aryz.deadline.view.Breaches.Breach;
import org.aryz.deadline.view.horizon.Csv;

/** The register of breaches for spreadsheets and scripts. */
final class BreachCsv {
    static final String MEDIA_TYPE = "text/csv";

    private static final String HEAD = Csv.line(
            "reference",
            "jurisdiction",
            "regions",
            "rule",
            "rule_version",
            "reading",
            "subject",
            "kind",
            "shadow",
            "responsible",
            "due",
            "breached_at",
            "recorded_at",
            "zone",
            "confidence",
            "consequence",
            "deadline",
            "complaint");

    private BreachCsv() {}

    static Multi<String> write(Multi<List<Breach>> pages) {
        var rows = pages.map(page -> page.stream().map(BreachCsv::line).collect(Collectors.joining()));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(HEAD), rows.filter(text -> !text.isEmpty()));
    }

    private static String line(Breach breach) {
        return Csv.line(
                breach.reference(),
                breach.jurisdiction(),
                String.join(" ", breach.regions()),
                breach.rule(),
                breach.ruleVersion(),
                breach.reading(),
                breach.subject(),
                breach.kind(),
                breach.shadow(),
                breach.responsible(),
                breach.due(),
                breach.breachedAt(),
                breach.recordedAt(),
                breach.zone(),
                breach.confidence(),
                breach.consequence(),
                breach.deadlineId(),
                breach.complaintId());
    }
}
