package org.aryz.deadline;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.aryz.deadline.calendar.DayOff;

/** Notes the steps of a computation while it goes. */
final class Explanation {
    /** Notes nothing: most dates are computed to be compared, not to be shown. */
    static final Explanation NONE = new Explanation();

    private final List<Step> steps = new ArrayList<>();

    boolean wanted() {
        return this != NONE;
    }

    /** Notes a step with pairs of names and values. */
    void step(String code, Object... pairs) {
        if (!wanted()) {
            return;
        }
        var values = new HashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1].toString());
        }
        steps.add(new Step(code, values));
    }

    /** Notes a step of the arithmetic, in words. */
    void step(org.aryz.deadline.calculation.Step step) {
        if (!wanted()) {
            return;
        }
        var values = new HashMap<String, String>();
        step.values().forEach((name, value) -> values.put(name, inWords(value)));
        steps.add(new Step(step.code(), values));
    }

    private static String inWords(Object value) {
        return switch (value) {
            case DayOff off -> off.inWords();
            case List<?> list -> list.stream().map(Explanation::inWords).collect(joining(", "));
            default -> value.toString();
        };
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
