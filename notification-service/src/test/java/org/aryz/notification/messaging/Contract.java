package org.aryz.notification.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The approved sample and the schema of one public event, as all services share them. */
record Contract(String topic, String type) {
    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode sample() {
        return resource("contracts/" + topic + "/" + type + "/v1.sample.json");
    }

    List<Error> errors(JsonNode data) {
        var schema = resource("contracts/" + topic + "/" + type + "/v1.schema.json");
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(
                        "urn:aryz:schema:envelope:1",
                                resource("contracts/envelope.v1.schema.json").toString(),
                        "urn:aryz:schema:codes:1",
                                resource("contracts/codes.v1.schema.json").toString())));
        return registry.getSchema(schema).validate(data);
    }

    private static JsonNode resource(String name) {
        try (var in = Contract.class.getClassLoader().getResourceAsStream(name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    @Override
    public String toString() {
        return type;
    }
}
