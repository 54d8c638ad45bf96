package org.aryz.servicekit.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.aryz.servicekit.problem.Rejected;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON from well-formed UTF-8 alone, which the parser does not check strictly, and keeps the bytes for {@link RequestBody}.
 * An interceptor could do that too, but before one the framework reads the annotations of the method anew for each request.
 */
@Singleton
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class StrictBody implements ServerMessageBodyReader<Object> {

    private final ObjectReader json;

    StrictBody(ObjectMapper mapper) {
        this.json = mapper.reader();
    }

    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo resource, MediaType mediaType) {
        return true;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type, Type genericType, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        ((ResteasyReactiveRequestContext) context).setProperty(RequestBody.PROPERTY, body);
        return parse(body, genericType);
    }

    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream entity)
            throws IOException {
        return parse(entity.readAllBytes(), genericType);
    }

    private @Nullable Object parse(byte[] body, Type type) throws IOException {
        // Decoding with replacement is the fast way; only when something may have been replaced it is done again,
        // strictly.
        String text = new String(body, UTF_8);
        if (!isUtf8(text, body)) {
            throw Rejected.badRequest("not-json", "The body is not JSON in UTF-8");
        }
        if (type == byte[].class) {
            return body;
        }
        return text.isBlank()
                ? null
                : json.forType(json.getTypeFactory().constructType(type)).readValue(body);
    }

    /** NUL is in no JSON, but in every UTF-16 and UTF-32, which the parser would guess. */
    private static boolean isUtf8(String text, byte[] body) {
        return text.indexOf(0) < 0 && (text.indexOf('\uFFFD') < 0 || isStrictly(body));
    }

    private static boolean isStrictly(byte[] body) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
