package org.aryz.notification.http;

import java.util.Set;
import java.util.UUID;
import org.aryz.notification.view.AlertQuery;
import org.aryz.servicekit.paging.PageRequest;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** What was asked of the list, checked. */
record AlertListRequest(@Nullable UUID complaint, @Nullable String state, PageRequest page, @Nullable Long before) {
    private static final Set<String> STATES = Set.of("open", "acknowledged", "withdrawn");

    static AlertListRequest of(
            @Nullable String complaint, @Nullable String state, @Nullable Integer limit, @Nullable String after) {
        if (state != null && !STATES.contains(state)) {
            throw refused("state", "unknown-code", "One of open, acknowledged, withdrawn");
        }
        var page = PageRequest.of(limit, after, 1);
        return new AlertListRequest(complaint == null ? null : uuid(complaint), state, page, position(page));
    }

    AlertQuery query(String organisation) {
        return new AlertQuery(organisation, complaint, state, before, page.rows());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw refused("complaint", "not-a-uuid", "The id of a complaint is a UUID");
        }
    }

    private static @Nullable Long position(PageRequest page) {
        try {
            return page.after().isEmpty() ? null : Long.valueOf(page.after().getFirst());
        } catch (NumberFormatException e) {
            throw PageRequest.unknownCursor();
        }
    }

    private static Rejected refused(String parameter, String code, String detail) {
        return Rejected.badRequest("bad-parameter", detail, FieldError.ofParameter(parameter, code, detail));
    }
}
