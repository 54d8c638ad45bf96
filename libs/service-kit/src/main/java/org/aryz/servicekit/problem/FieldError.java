package org.aryz.servicekit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of the body, named by its JSON pointer, or with one parameter of the request, named by its name.
 * The value itself is never repeated.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable String pointer, @Nullable String parameter, String code, String detail) {

    public static FieldError at(String pointer, String code, String detail) {
        return new FieldError(pointer, null, code, detail);
    }

    public static FieldError ofParameter(String name, String code, String detail) {
        return new FieldError(null, name, code, detail);
    }
}
