package org.aryz.deadline.http;

import static jakarta.ws.rs.core.HttpHeaders.CONTENT_DISPOSITION;
import static jakarta.ws.rs.core.HttpHeaders.CONTENT_TYPE;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestMulti;

/** Answers that are files, however long: written piece by piece as fast as they are taken. */
final class Downloads {
    private Downloads() {}

    /** @param pieces of the file, from what has to be known first */
    static <T> RestMulti<String> of(String name, String contentType, Uni<T> first, Function<T, Multi<String>> pieces) {
        Map<String, List<String>> headers = Map.of(
                CONTENT_TYPE, List.of(contentType),
                CONTENT_DISPOSITION, List.of("attachment; filename=\"" + name + '"'));
        return RestMulti.fromUniResponse(first, pieces, _ -> headers);
    }
}
