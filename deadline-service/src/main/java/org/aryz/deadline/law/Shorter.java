package org.aryz.deadline.law;

import java.util.List;

/** A shorter term that holds when any of some facts is known, such as a minor in custody. */
public record Shorter(List<FactPattern> when, Span span) {
    public Shorter {
        when = List.copyOf(when);
    }
}
