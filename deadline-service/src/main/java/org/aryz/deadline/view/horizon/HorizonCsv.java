package org.aryz.deadline.view.horizon;

import org.aryz.deadline.view.Board;

/** For spreadsheets and scripts: each line says by itself when it was made and until when the export reaches. */
record HorizonCsv(Horizon horizon) implements HorizonFormat {
    @Override
    public String head() {
        return Csv.line(
                "reference",
                "jurisdiction",
                "rule",
                "reading",
                "kind",
                "shadow",
                "due",
                "due_at",
                "last_safe_day",
                "act_by",
                "zone",
                "severity",
                "confidence",
                "consequence",
                "team",
                "deadline",
                "made_at",
                "reaches_until");
    }

    @Override
    public String entry(Board.Entry entry) {
        return Csv.line(
                entry.reference(),
                entry.jurisdiction(),
                entry.rule(),
                entry.reading(),
                entry.kind(),
                entry.shadow(),
                entry.due(),
                entry.dueAt(),
                entry.lastSafeDay(),
                entry.actBy(),
                entry.zone(),
                entry.severity(),
                entry.confidence(),
                entry.consequence(),
                entry.team(),
                entry.id(),
                horizon.made(),
                horizon.until());
    }

    @Override
    public String foot() {
        return "";
    }
}
