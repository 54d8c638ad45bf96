package org.aryz.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an alert has to say: which term of which complaint runs out, and when. Codes and times, nothing personal.
 *
 * @param ours whether the term is ours to keep (a duty), or an authority's (a watch)
 * @param due the legal day, usable to its end
 * @param dueAt the instant at which the term has run out
 * @param actBy the last safe working day on which to act
 * @param correlation the conversation that everything about this alert belongs to
 */
public record Notice(
        Complaint complaint,
        UUID deadline,
        String rule,
        String rung,
        Severity severity,
        boolean ours,
        LocalDate due,
        Instant dueAt,
        @Nullable LocalDate actBy,
        Instant raisedAt,
        UUID correlation) {}
