package org.aryz.servicekit.json;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;

/** Writes and reads every enum by its name in kebab case, unless the enum says otherwise. */
public final class KebabCaseCodes extends AnnotationIntrospectorPair {

    private KebabCaseCodes(AnnotationIntrospector annotations) {
        super(annotations, nopInstance());
    }

    /** Has a mapper write and read them so. */
    public static void teach(ObjectMapper mapper) {
        mapper.setAnnotationIntrospector(
                new KebabCaseCodes(mapper.getDeserializationConfig().getAnnotationIntrospector()));
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
