package org.aryz.servicekit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.stream.Collectors;

/** JSON pointers (RFC 6901) to where something is wrong. */
final class JsonPointers {

    private JsonPointers() {}

    static String of(List<JsonMappingException.Reference> path) {
        return path.stream().map(JsonPointers::part).collect(Collectors.joining());
    }

    static String part(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String part(JsonMappingException.Reference reference) {
        String name = reference.getFieldName();
        return name == null ? "/" + reference.getIndex() : part(name);
    }
}
