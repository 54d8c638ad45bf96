package org.aryz.deadline.view;

/** By what lists can be narrowed and counted. */
public enum Facet {
    REGION("region", "$ = any (regions)"),
    JURISDICTION("jurisdiction", "jurisdiction = $"),
    TEAM("coalesce(team, 'none')", "team = $"),
    ASSIGNEE("coalesce(assignee, 'none')", "assignee = $"),
    RESPONSIBLE("coalesce(responsible, 'none')", "responsible = $"),
    KIND("kind", "kind = $"),
    SEVERITY("coalesce(severity, 'none')", "severity = $"),
    RULE("rule", "rule = $"),
    DAY("due::text", "due::text = $");

    private final String group;
    private final String condition;

    Facet(String group, String condition) {
        this.group = group;
        this.condition = condition;
    }

    /** The expression by whose values is counted. */
    String group() {
        return group;
    }

    /** What makes one row for each value where a deadline may have several. */
    String join() {
        return this == REGION
                ? " cross join unnest(case when regions = '{}' then array['none'] else regions end) as r (region)"
                : "";
    }

    /** The condition that a row has a value, for which the sign of a parameter stands in. */
    String condition() {
        return condition;
    }
}
