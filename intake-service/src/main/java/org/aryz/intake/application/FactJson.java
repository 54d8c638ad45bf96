package org.aryz.intake.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.aryz.intake.ComplaintEvent.FactRecorded;
import org.aryz.intake.Fact;
import org.aryz.intake.FilledIn;
import org.aryz.servicekit.facts.FactForm;

/** Facts in JSON: their own fields, and beside them what is told with every fact. */
public final class FactJson {
    public static final FactForm<Fact> FORM = new FactForm<>(Fact.KINDS, FilledIn.class, List.of(IntakeJson.words()));

    private FactJson() {}

    public static String write(FactRecorded recorded) {
        ObjectNode data = IntakeJson.read(IntakeJson.write(recorded), ObjectNode.class);
        data.remove("fact");
        data.setAll(FORM.written(recorded.fact()));
        return data.toString();
    }

    public static FactRecorded read(String kind, String data) {
        var fact = FORM.stored(kind, IntakeJson.read(data, JsonNode.class));
        var beside = IntakeJson.read(data, FactRecorded.class);
        return new FactRecorded(fact, beside.occurredAt(), beside.receivedAt(), beside.note());
    }
}
