package org.aryz.servicekit.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Schemas that the OpenAPI filters of services build with. */
public final class Schemas {
    private Schemas() {}

    public static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    /** One word of a closed list, as it stands in JSON. */
    public static Schema oneOf(List<String> words) {
        return text().enumeration(List.copyOf(words));
    }
}
