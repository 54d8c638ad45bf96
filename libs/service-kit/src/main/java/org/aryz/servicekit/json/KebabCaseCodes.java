package org.aryz.servicekit.json;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;

/** Writes and reads every enum by its name in kebab case, unless the enum says otherwise. */
final class KebabCaseCodes extends AnnotationIntrospectorPair {

    KebabCaseCodes(AnnotationIntrospector annotations) {
        super(annotations, nopInstance());
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] namesByAnnotation) {
        String[] names = super.findEnumValues(config, type, values, namesByAnnotation);
        for (int i = 0; i < values.length; i++) {
            if (names[i] == null || names[i].equals(values[i].name())) {
                names[i] = KebabCase.of(values[i]);
            }
        }
        return names;
    }
}
