package org.aryz.deadline;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Notes the steps of a computation while it goes. */
final class Explanation {
    /** Notes nothing: most dates are computed to be compared, not to be shown. */
    static final Explanation NONE = new Explanation(new Forgotten());

    private final List<Step> steps;

    Explanation() {
        this(new ArrayList<>());
    }

    private Explanation(List<Step> steps) {
        this.steps = steps;
    }

    /** Takes everything and keeps nothing. */
    private static final class Forgotten extends AbstractList<Step> {
        @Override
        public void add(int index, Step step) {
            // Nobody will ask for it.
        }

        @Override
        public Step get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            return 0;
        }
    }

    /** Notes a step with pairs of names and values. */
    void step(String code, Object... pairs) {
        if (this == NONE) {
            return;
        }
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
