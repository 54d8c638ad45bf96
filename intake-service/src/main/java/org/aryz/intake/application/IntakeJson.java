package org.aryz.intake.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aryz.intake.Code;
import org.aryz.intake.CourtCode;
import org.aryz.intake.Moment;
import org.aryz.intake.RegionCode;
import org.aryz.intake.When;
import org.aryz.servicekit.json.CodeText;

/** How the words of the model look in JSON: codes in lower case with hyphens, moments as they were told. */
public final class IntakeJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new JavaTimeModule(), words())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private IntakeJson() {}

    /** The words of the model, for any mapper. */
    public static Module words() {
        var module = new SimpleModule("intake");
        module.addSerializer(Code.class, new CodeSerializer());
        module.addSerializer(Moment.class, new ToStringSerializer(Moment.class));
        module.addDeserializer(Moment.class, new MomentDeserializer());
        module.addSerializer(When.Between.class, new BetweenSerializer());
        module.addDeserializer(When.class, new WhenDeserializer());
        CodeText.add(module, RegionCode.class, RegionCode::new);
        CodeText.add(module, CourtCode.class, CourtCode::new);
        Stream.of(Code.class.getPermittedSubclasses()).forEach(type -> addCodes(module, type));
        return module;
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] writeBytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // Code permits enums only, and the deserializer of a type makes that type
    private static <T> void addCodes(SimpleModule module, Class<T> type) {
        module.addDeserializer(type, (JsonDeserializer<T>) new CodeDeserializer(type));
    }

    private static final class CodeSerializer extends ToStringSerializerBase {
        CodeSerializer() {
            super(Code.class);
        }

        @Override
        public String valueToString(Object code) {
            return ((Code) code).code();
        }
    }

    private static final class CodeDeserializer extends FromStringDeserializer<Object> {
        private final transient Map<String, Object> byCode;

        CodeDeserializer(Class<?> type) {
            super(type);
            byCode = Stream.of(type.getEnumConstants())
                    .collect(Collectors.toUnmodifiableMap(word -> ((Code) word).code(), Function.identity()));
        }

        @Override
        protected Object _deserialize(String text, DeserializationContext context) throws IOException {
            var word = byCode.get(text);
            return word != null ? word : context.handleWeirdStringValue(_valueClass, text, "is not a known code");
        }
    }

    private static final class MomentDeserializer extends FromStringDeserializer<Moment> {
        MomentDeserializer() {
            super(Moment.class);
        }

        @Override
        protected Moment _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return Moment.parse(text);
            } catch (DateTimeException e) {
                var meant = text.indexOf('T') < 0 ? LocalDate.class : OffsetDateTime.class;
                return (Moment) context.handleWeirdStringValue(meant, text, "is neither a date nor a time with offset");
            }
        }
    }

    /** With its precision, which whoever tells it need not say. */
    private static final class BetweenSerializer extends StdSerializer<When.Between> {
        BetweenSerializer() {
            super(When.Between.class);
        }

        @Override
        public void serialize(When.Between when, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("earliest", when.earliest().toString());
            json.writeStringField("latest", when.latest().toString());
            json.writeStringField("precision", when.precision().code());
            json.writeEndObject();
        }
    }

    private static final class WhenDeserializer extends StdDeserializer<When> {
        WhenDeserializer() {
            super(When.class);
        }

        @Override
        public When deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var type = json.hasToken(JsonToken.START_OBJECT) ? When.Between.class : Moment.class;
            return context.readValue(json, type);
        }
    }
}
