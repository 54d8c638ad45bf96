package org.aryz.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Notes the steps of a computation while it goes. */
final class Explanation {
    private final List<Step> steps = new ArrayList<>();

    /** Notes a step with pairs of names and values. */
    void step(String code, Object... pairs) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1].toString());
        }
        steps.add(new Step(code, values));
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
