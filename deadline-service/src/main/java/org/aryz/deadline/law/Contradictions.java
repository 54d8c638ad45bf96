package org.aryz.deadline.law;

/** What a single field cannot tell: whether the fields of a rule go together. */
record Contradictions(Entry entry, Rule rule) {
    void refuse() {
        var ends = rule.ends();
        if (rule.enabled()) {
            refuseIf(any(Span.Unlimited.class), "period", "only a disabled rule may have none");
            refuseIf(rule.jurisdictions().isEmpty(), "jurisdictions", "only a disabled rule may hold nowhere");
        }
        refuseIf(any(Span.Hours.class) && rule.roll() != Roll.NONE, "roll", "hours are never rolled");
        refuseIf(
                rule.kind() == Kind.WATCH && rule.roll() == Roll.PREV,
                "roll",
                "only a duty has an act-by day, a watch ends by itself");
        refuseIf(ends.resumedBy().isEmpty() != ends.suspendedBy().isEmpty(), "resumedBy", "goes with suspendedBy");
        refuseIf(!ends.metSince().isEmpty() && ends.metBy().isEmpty(), "metSince", "nothing meets the term");
        refuseIf(
                rule.matter() == Matter.LIMITATION && !rule.per().equals("suspect"),
                "per",
                "limitation is per suspect");
        refuseIf(
                rule.matter() != Matter.LIMITATION
                        && rule.readings().stream().anyMatch(reading -> reading.offence() != null),
                "offence",
                "is for limitation only");
    }

    private boolean any(Class<? extends Span> type) {
        return rule.readings().stream().map(Reading::span).anyMatch(type::isInstance);
    }

    private void refuseIf(boolean wrong, String field, String what) {
        if (wrong) {
            throw entry.wrong(field, what);
        }
    }
}
