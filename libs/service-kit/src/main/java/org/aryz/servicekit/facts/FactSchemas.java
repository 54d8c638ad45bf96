package org.aryz.servicekit.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.servicekit.json.KebabCase;
import org.aryz.servicekit.openapi.Schemas;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes a family of facts into an OpenAPI document: a schema for each kind, and one that is any of them. */
public final class FactSchemas {
    private static final String KIND = "fact";

    private FactSchemas() {}

    /**
     * @param name of the schema that is any of the facts
     * @param alike what may be told with every fact
     * @param required which of that must be
     */
    public static void add(
            Components components, String name, FactForm<?> form, Map<String, Schema> alike, List<String> required) {
        var any = OASFactory.createSchema()
                .discriminator(OASFactory.createDiscriminator().propertyName(KIND));
        for (var kind : form.kinds()) {
            components.addSchema(kind, schema(form, kind, alike, required));
            any.addOneOf(OASFactory.createSchema().ref(kind));
        }
        components.addSchema(name, any);
    }

    private static Schema schema(FactForm<?> form, String kind, Map<String, Schema> alike, List<String> required) {
        var schema = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false))
                .addProperty(KIND, Schemas.oneOf(List.of(kind)))
                .addRequired(KIND);
        form.fields(kind).stream().filter(FactField::asked).forEach(field -> {
            schema.addProperty(field.name(), value(field.component().getType()));
            if (field.required()) {
                schema.addRequired(field.name());
            }
        });
        alike.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> schema.addProperty(field.getKey(), field.getValue()));
        required.forEach(schema::addRequired);
        return schema;
    }

    private static Schema value(Class<?> type) {
        if (type.isEnum()) {
            return Schemas.oneOf(Stream.of(type.getEnumConstants())
                    .map(word -> KebabCase.of((Enum<?>) word))
                    .toList());
        } else if (type == UUID.class) {
            return Schemas.text().format("uuid");
        } else if (type == LocalDate.class) {
            return Schemas.text().format("date");
        } else if (type == Integer.class) {
            return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
        } else if (type == Boolean.class) {
            return OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN);
        }
        return Schemas.text();
    }
}
