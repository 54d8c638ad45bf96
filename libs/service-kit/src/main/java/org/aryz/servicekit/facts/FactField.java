package org.aryz.servicekit.facts;

import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a fact.
 *
 * @param name in JSON
 * @param asked whether whoever tells the fact may give it; others the model fills in
 * @param required whether the fact can't be told without it
 */
record FactField(String name, RecordComponent component, boolean asked, boolean required) {

    static FactField of(BeanPropertyDefinition property, Class<?> fact, Class<? extends Annotation> filledIn) {
        var component = Stream.of(fact.getRecordComponents())
                .filter(each -> each.getName().equals(property.getInternalName()))
                .findFirst()
                .orElseThrow();
        var asked = !component.isAnnotationPresent(filledIn);
        var required = asked && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new FactField(property.getName(), component, asked, required);
    }

    boolean isMissingIn(Object fact) {
        try {
            return required && component.getAccessor().invoke(fact) == null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
