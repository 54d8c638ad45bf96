package org.aryz.servicekit.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.function.Function;

/** Values that stand in JSON as one text, such as the code of an authority. */
public final class CodeText {
    private CodeText() {}

    /**
     * Lets a type be read by {@code parse}, which refuses with an {@link IllegalArgumentException}, and written as it prints itself.
     */
    public static <T> SimpleModule add(SimpleModule module, Class<T> type, Function<String, T> parse) {
        return module.addDeserializer(type, new TextOnly<>(type, parse))
                .addSerializer(type, new ToStringSerializer(type));
    }
}
