package org.aryz.intake.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aryz.intake.Code;
import org.aryz.intake.application.FactJson;
import org.aryz.servicekit.facts.FactSchemas;
import org.aryz.servicekit.openapi.Schemas;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes the words of the model into the OpenAPI document as they stand in JSON: codes, and moments. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class WordsInOpenApi implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addSchema("Moment", moment());
        components.addSchema("When", when());
        FactSchemas.add(components, FactBody.SCHEMA, FactJson.FORM, besideTheFact(), List.of("occurredAt"));
        Stream.of(Code.class.getPermittedSubclasses())
                .filter(type -> components.getSchemas().containsKey(type.getSimpleName()))
                .forEach(type -> components.addSchema(type.getSimpleName(), codes(type)));
    }

    private static Schema codes(Class<?> type) {
        return Schemas.oneOf(Stream.of(type.getEnumConstants())
                .map(word -> ((Code) word).code())
                .toList());
    }

    private static Map<String, Schema> besideTheFact() {
        return Map.of(
                "occurredAt", OASFactory.createSchema().ref("When"),
                "receivedAt", OASFactory.createSchema().ref("Moment"),
                "note", Schemas.text().maxLength(PersonalChecks.LONGEST_NOTE));
    }

    private static Schema when() {
        var between = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("earliest", OASFactory.createSchema().ref("Moment"))
                .addProperty("latest", OASFactory.createSchema().ref("Moment"))
                .required(List.of("earliest", "latest"));
        return OASFactory.createSchema()
                .addOneOf(OASFactory.createSchema().ref("Moment"))
                .addOneOf(between);
    }

    private static Schema moment() {
        return Schemas.text()
                .description("A date, or a date-time with offset (ISO 8601), of the years 1900 to 9999")
                .examples(List.of("2016-12-05", "2026-11-21T20:00:00+06:00"));
    }
}
