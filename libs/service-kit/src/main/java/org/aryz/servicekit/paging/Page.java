package org.aryz.servicekit.paging;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param rows its rows
 * @param next what to ask for to get the page after it, or null if this is the last
 */
public record Page<T>(List<T> rows, @Nullable String next) {

    public Page {
        rows = List.copyOf(rows);
    }

    /** Cuts the page out of what {@link PageRequest#rows()} rows the database gave; the key is that of a row. */
    public static <T> Page<T> of(PageRequest request, List<T> found, Function<T, List<String>> key) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<T> rows = found.subList(0, request.limit());
        return new Page<>(rows, PageRequest.cursor(key.apply(rows.getLast())));
    }

    /** Answers with the body that is made of the rows as they are shown. */
    public <A> Response answer(UriInfo uri, Function<T, A> shown, Function<List<A>, ?> body) {
        return answer(uri, all -> body.apply(all.stream().map(shown).toList()));
    }

    /**
     * Answers with the body that is made of the rows and, if another page follows, its link (RFC 8288), which keeps all other
     * parameters.
     */
    public Response answer(UriInfo uri, Function<List<T>, ?> body) {
        Response.ResponseBuilder answer = Response.ok(body.apply(rows));
        if (next != null) {
            answer.link(
                    uri.getRequestUriBuilder().replaceQueryParam("after", next).build(), "next");
        }
        return answer.build();
    }
}
