package org.aryz.servicekit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aryz.servicekit.json.KebabCase;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Names each field that breaks a constraint by its JSON pointer. */
public final class ViolationProblems {

    @ServerExceptionMapper
    Response violated(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(ViolationProblems::error)
                .sorted(Comparator.comparing(FieldError::toString))
                .toList();
        return Problems.answer(Problem.of(422, "invalid", "Some fields cannot be accepted", errors));
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        Class<? extends Annotation> constraint =
                violation.getConstraintDescriptor().getAnnotation().annotationType();
        String code = KebabCase.of(constraint.getSimpleName());
        String parameter = parameterOf(violation);
        return parameter == null
                ? FieldError.at(pointer(violation.getPropertyPath()), code, violation.getMessage())
                : FieldError.ofParameter(parameter, code, violation.getMessage());
    }

    /** The body's path without the method and the parameter in front of it. */
    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable() && node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.isInIterable() && node.getKey() != null) {
                pointer.append(JsonPointers.part(node.getKey().toString()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                pointer.append(JsonPointers.part(node.getName()));
            }
        }
        return pointer.toString();
    }

    /** The name of the query, path or header parameter that is meant, or null when it is the body. */
    private static @Nullable String parameterOf(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = new ArrayList<>();
        violation.getPropertyPath().forEach(nodes::add);
        if (nodes.size() != 2 || nodes.get(1).getKind() != ElementKind.PARAMETER) {
            return null;
        }
        int index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        return Stream.<Class<?>>iterate(violation.getRootBeanClass(), Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(nodes.get(0).getName()))
                .filter(method -> method.getParameterCount() > index)
                .flatMap(method -> Arrays.stream(method.getParameterAnnotations()[index]))
                .map(ViolationProblems::nameOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String nameOf(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> query.value();
            case PathParam part -> part.value();
            case HeaderParam header -> header.value();
            default -> null;
        };
    }
}
