package org.aryz.servicekit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.aryz.servicekit.json.KebabCase;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says where a JSON body is wrong, without repeating what stood there. */
public final class JsonProblems {

    /** The framework has a mapper of its own for this one, which only a mapper of the same type replaces. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e) {
        return Problems.answer(of(e));
    }

    @ServerExceptionMapper
    Response json(JacksonException e) {
        return Problems.answer(of(e));
    }

    static Problem of(JacksonException e) {
        return of(e, "");
    }

    /**
     * The same for a value that is part of a body.
     *
     * @param root the pointer to that value
     */
    public static Problem of(JacksonException e, String root) {
        // A parser's complaint arrives wrapped with the path when the field was already known.
        JacksonException reason =
                e instanceof JsonMappingException && e.getCause() instanceof JacksonException inner ? inner : e;
        List<JsonMappingException.Reference> path =
                e instanceof JsonMappingException mapping ? mapping.getPath() : List.of();
        String pointer = root + JsonPointers.of(path);
        return switch (reason) {
            case StreamConstraintsException _ ->
                Problem.of(
                        400,
                        "json-too-complex",
                        "JSON is at most 32 levels deep, a text at most 65536 characters long");
            case UnrecognizedPropertyException _ -> field(pointer, "unknown-field", "There is no such field");
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                field(pointer, "unknown-code", "One of " + codes(format.getTargetType()));
            case InvalidFormatException format
            when JsonTypes.isText(format.getTargetType()) -> field(pointer, "bad-format", expected(format));
            case ValueInstantiationException _ -> field(pointer, "bad-value", "This value cannot be accepted");
            case MismatchedInputException mismatch -> field(pointer, "wrong-type", expected(mismatch));
            default -> notJson(reason.getLocation());
        };
    }

    private static Problem field(String pointer, String code, String detail) {
        return Problem.of(
                400,
                "bad-body",
                "The body does not have the form asked for",
                List.of(FieldError.at(pointer, code, detail)));
    }

    private static Problem notJson(JsonLocation at) {
        String where = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.of(400, "not-json", "The body is not JSON in UTF-8" + where);
    }

    private static String codes(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(code -> KebabCase.of((Enum<?>) code))
                .collect(Collectors.joining(", "));
    }

    private static String expected(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        return type == null ? "Another type is expected" : JsonTypes.describe(type);
    }
}
