package org.aryz.deadline.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The public fields of facts, kept whether or not a rule looks at them today. Kept are fields known by name whose values are codes,
 * ids or dates: should another service ever let free text slip into an event, it goes no further.
 */
final class PublicValues {
    private static final Set<String> FIELDS = Set.of(
            "against",
            "agency",
            "allegation",
            "article",
            "authorities",
            "authority",
            "body",
            "by",
            "channel",
            "class",
            "coercionSuspected",
            "conflict",
            "consentVersion",
            "continued",
            "court",
            "decision",
            "finding",
            "from",
            "how",
            "kind",
            "letter",
            "level",
            "made",
            "organisations",
            "outcome",
            "placeType",
            "precision",
            "priority",
            "reason",
            "reaction",
            "received",
            "referral",
            "region",
            "remedy",
            "retentionDays",
            "source",
            "suspect",
            "team",
            "assignee",
            "deputy",
            "term",
            "until",
            "use",
            "zone");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}");

    private PublicValues() {}

    static Map<String, List<String>> fields(JsonNode data) {
        var fields = new TreeMap<String, List<String>>();
        for (var field : data.properties()) {
            var values = FIELDS.contains(field.getKey()) ? of(field.getValue()) : List.<String>of();
            if (!values.isEmpty()) {
                fields.put(field.getKey(), values);
            }
        }
        return fields;
    }

    /** The codes of one value or of a list. */
    static List<String> of(JsonNode value) {
        var codes = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(item -> codes.addAll(of(item)));
        } else if (value.isValueNode() && CODE.matcher(value.asText()).matches() && !value.isNull()) {
            codes.add(value.asText());
        }
        return codes;
    }
}
