package org.aryz.deadline.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;

/**
 * One question or many in one body. The whole body is known to be JSON before the first is answered; then one after the other is
 * read, so that a large body takes little memory beside itself.
 */
final class Questions {
    static final int MOST = 10_000;

    private final ObjectMapper mapper;
    private final byte[] body;
    private final boolean many;

    private Questions(ObjectMapper mapper, byte[] body, boolean many) {
        this.mapper = mapper;
        this.body = body;
        this.many = many;
    }

    /** What is done with each question. */
    interface Each {
        /** @param pointer to the question within the body */
        void take(JsonNode question, String pointer) throws IOException;
    }

    static Questions in(byte[] body, ObjectMapper mapper) throws IOException {
        try (var parser = mapper.createParser(body)) {
            var first = parser.nextToken();
            if (first == null) {
                throw notJson();
            }
            var count = items(parser, first);
            var many = first == JsonToken.START_ARRAY;
            if (many && count > MOST) {
                throw Rejected.unprocessable(
                        "too-many-items",
                        "An array has at most " + MOST + " items",
                        FieldError.at("", "too-many-items", "Send the rest in another request"));
            }
            return new Questions(mapper, body, many);
        }
    }

    /** Reads to the end, so that what is no JSON is found, and counts what lies one level deep. */
    private static int items(JsonParser parser, JsonToken first) throws IOException {
        var depth = first.isStructStart() ? 1 : 0;
        var items = 0;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (depth == 0) {
                throw notJson();
            }
            if (token.isStructEnd()) {
                depth--;
            } else if (depth == 1) {
                items++;
            }
            if (token.isStructStart()) {
                depth++;
            }
        }
        return items;
    }

    private static Rejected notJson() {
        return Rejected.badRequest("not-json", "The body is not JSON in UTF-8");
    }

    boolean many() {
        return many;
    }

    JsonNode only() throws IOException {
        return mapper.readTree(body);
    }

    void forEach(Each each) throws IOException {
        var reader = mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try (var parser = mapper.createParser(body)) {
            parser.nextToken();
            for (var i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                each.take(reader.readTree(parser), "/" + i);
            }
        }
    }
}
