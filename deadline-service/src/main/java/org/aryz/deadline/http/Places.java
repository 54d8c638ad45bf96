package org.aryz.deadline.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.aryz.deadline.view.Place;
import org.aryz.servicekit.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Places in lists as the links between pages carry them. */
final class Places {
    private static final int COLUMNS = 2;

    private Places() {}

    static PageRequest page(@Nullable Integer limit, @Nullable String after) {
        return PageRequest.of(limit, after, COLUMNS);
    }

    static @Nullable Place after(PageRequest page) {
        if (page.after().isEmpty()) {
            return null;
        }
        try {
            return new Place(
                    Instant.parse(page.after().getFirst()),
                    UUID.fromString(page.after().getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw PageRequest.unknownCursor();
        }
    }

    static List<String> key(Place place) {
        return List.of(place.dueAt().toString(), place.deadline().toString());
    }
}
