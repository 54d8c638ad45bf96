package org.aryz.servicekit.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.aryz.servicekit.problem.Rejected;

/** Takes only well-formed UTF-8, which the parser does not check strictly, and keeps the bytes for {@link RequestBody}. */
@Provider
public final class StrictBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        if (!isUtf8(body)) {
            throw Rejected.badRequest("not-json", "The body is not JSON in UTF-8");
        }
        context.setProperty(RequestBody.PROPERTY, body);
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    /**
     * Decoding with replacement is the fast way; only when something may have been replaced it is done again, strictly. NUL is in no
     * JSON, but in every UTF-16 and UTF-32, which the parser would guess.
     */
    private static boolean isUtf8(byte[] body) {
        String text = new String(body, UTF_8);
        if (text.indexOf(0) >= 0) {
            return false;
        }
        return text.indexOf('\uFFFD') < 0 || isStrictly(body);
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
