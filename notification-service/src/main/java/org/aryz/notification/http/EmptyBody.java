package org.aryz.notification.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;

/** A body that says nothing: none at all, or an object without fields. */
final class EmptyBody {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EmptyBody() {}

    static void check(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return;
        }
        var object = parse(body);
        if (!object.isObject()) {
            throw Rejected.badRequest("bad-body", "Send an empty object, or nothing");
        }
        object.fieldNames().forEachRemaining(EmptyBody::refuse);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw Rejected.badRequest("not-json", "The body is not JSON in UTF-8");
        }
    }

    private static void refuse(String field) {
        var detail = "This operation takes no fields";
        throw Rejected.badRequest("unknown-field", detail, FieldError.at("/" + field, "unknown-field", detail));
    }
}
