package org.aryz.deadline.view;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions of a query with their values, in the order in which they were asked. */
final class Selection {
    /** No legal day of any zone begins earlier or ends later than this, seen from UTC. */
    private static final Duration FARTHEST_ZONE = Duration.ofHours(14);

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    /** @param condition with one {@code $} for the value */
    Selection and(String condition, Object value) {
        values.addValue(value);
        conditions.add(condition.replace("$", "$" + values.size()));
        return this;
    }

    Selection and(String condition) {
        conditions.add(condition);
        return this;
    }

    Selection of(Viewer viewer) {
        and("viewer = $", viewer.organisation());
        return viewer.reachesShared() ? this : and("own");
    }

    Selection with(Map<Facet, String> wanted) {
        wanted.forEach((facet, value) -> and(facet.condition(), value));
        return this;
    }

    /** Days are those of each complaint's own zone; the instants only lead the index to them. */
    Selection due(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null) {
            and("due >= $", from).and("due_at >= $", utc(from).minus(FARTHEST_ZONE));
        }
        if (until != null) {
            and("due <= $", until).and("due_at <= $", utc(until.plusDays(1)).plus(FARTHEST_ZONE));
        }
        return this;
    }

    /** Only what comes behind a row in the order of the end and the deadline. */
    Selection behind(@Nullable Place place, String comparison) {
        if (place != null) {
            values.addValue(place.dueAt().atOffset(ZoneOffset.UTC)).addValue(place.deadline());
            conditions.add("(due_at, deadline) %s ($%d, $%d)".formatted(comparison, values.size() - 1, values.size()));
        }
        return this;
    }

    private static OffsetDateTime utc(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    String where() {
        return " where " + String.join(" and ", conditions);
    }

    /** The sign of one more value. */
    String value(Object value) {
        values.addValue(value);
        return "$" + values.size();
    }

    Tuple values() {
        return values;
    }
}
