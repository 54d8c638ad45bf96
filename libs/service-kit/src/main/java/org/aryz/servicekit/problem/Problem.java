package org.aryz.servicekit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a refused request is answered with, in the form of RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, @Nullable String detail, List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:aryz:problem:";

    /** A problem whose title is its code in words. */
    public static Problem of(int status, String code, @Nullable String detail, List<FieldError> errors) {
        return new Problem(TYPE + code, inWords(code), status, detail, errors);
    }

    public static Problem of(int status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    private static String inWords(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
