package org.aryz.intake.http;

import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.intake.Jurisdiction;
import org.aryz.intake.Status;
import org.aryz.intake.application.Reader;
import org.aryz.intake.view.Overviews;
import org.aryz.servicekit.paging.PageRequest;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a list of complaints. */
final class ListQuery {
    private ListQuery() {}

    static Overviews.Query of(Reader reader, @Nullable String status, @Nullable String jurisdiction, PageRequest page) {
        return new Overviews.Query(
                reader.organisation(),
                reader.reachesShared(),
                status == null ? null : status(status),
                jurisdiction == null ? null : jurisdiction(jurisdiction),
                page.after().isEmpty() ? null : id(page.after().getFirst()),
                page.rows());
    }

    private static Status status(String code) {
        return Stream.of(Status.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> unknownCode("status"));
    }

    private static Jurisdiction jurisdiction(String name) {
        return Stream.of(Jurisdiction.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknownCode("jurisdiction"));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw PageRequest.unknownCursor();
        }
    }

    private static Rejected unknownCode(String parameter) {
        return Rejected.badRequest(
                "bad-parameter",
                "A parameter has an unknown code",
                FieldError.ofParameter(parameter, "unknown-code", "There is no such code"));
    }
}
