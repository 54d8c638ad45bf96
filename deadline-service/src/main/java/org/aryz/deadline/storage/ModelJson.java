package org.aryz.deadline.storage;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.aryz.deadline.Occurred;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.law.Confidence;

/** Writes the records of the model as they are; the approved samples hold the form fast. */
final class ModelJson {
    private ModelJson() {}

    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule("model")
                        .addSerializer(Jurisdiction.class, ToStringSerializer.instance)
                        .addSerializer(Confidence.class, ToStringSerializer.instance)
                        .addSerializer(Occurred.class, new OccurredWriter())
                        .addDeserializer(Occurred.class, new OccurredReader()))
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
                .build();
    }

    /** Days or moments, told by their form. */
    private static final class OccurredWriter extends StdSerializer<Occurred> {
        OccurredWriter() {
            super(Occurred.class);
        }

        @Override
        public void serialize(Occurred value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            switch (value) {
                case Occurred.On on -> write(json, on.earliest(), on.latest());
                case Occurred.At at -> write(json, at.earliest(), at.latest());
            }
            json.writeEndObject();
        }

        private static void write(JsonGenerator json, Object earliest, Object latest) throws IOException {
            json.writeStringField("earliest", earliest.toString());
            json.writeStringField("latest", latest.toString());
        }
    }

    /** The way back. */
    private static final class OccurredReader extends StdDeserializer<Occurred> {
        OccurredReader() {
            super(Occurred.class);
        }

        @Override
        public Occurred deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = json.readValueAsTree();
            return Occurred.between(
                    node.required("earliest").textValue(),
                    node.required("latest").textValue());
        }
    }
}
