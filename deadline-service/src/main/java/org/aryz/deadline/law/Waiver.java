package org.aryz.deadline.law;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason for which a named person may give up a term.
 *
 * @param confirmedBy the rule that must bear counsel's sign-off first, such as the one that torture has no limitation
 */
public record Waiver(String reason, @Nullable String confirmedBy) {
    /** What holds for every rule that says nothing of its own. A limitation has no such reason: it ends by law, not by choice. */
    static final List<Waiver> USUAL = List.of(
            new Waiver("done-otherwise", null),
            new Waiver("impossible", null),
            new Waiver("not-applicable", null),
            new Waiver("recorded-twice", null),
            new Waiver("wish-of-the-person", null));
}
