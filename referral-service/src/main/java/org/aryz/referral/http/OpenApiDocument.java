package org.aryz.referral.http;

import static org.aryz.servicekit.openapi.Schemas.text;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aryz.referral.AuthorityKind;
import org.aryz.referral.Channel;
import org.aryz.referral.Code;
import org.aryz.referral.DecisionKind;
import org.aryz.referral.OverrideReason;
import org.aryz.referral.Referral;
import org.aryz.referral.application.FactJson;
import org.aryz.referral.proceedings.Outcome;
import org.aryz.servicekit.facts.FactSchemas;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.openapi.Schemas;
import org.aryz.servicekit.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the OpenAPI document what all operations have alike: codes as JSON has them, idempotency keys, problems. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OpenApiDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        Stream.of(AuthorityKind.class, Channel.class, DecisionKind.class, OverrideReason.class, Outcome.class)
                .forEach(list -> components.addSchema(list.getSimpleName(), codes(list.getEnumConstants())));
        components.addSchema("Status", codes(Referral.Status.values()));
        components.addSchema("Problem", problem());
        FactSchemas.add(components, FactBody.SCHEMA, FactJson.FORM, besideTheFact(), List.of("occurredAt"));
        var paths = document.getPaths().getPathItems().values();
        paths.stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> operation.getResponses().addAPIResponse("default", refusal()));
        paths.stream()
                .map(path -> path.getOperations().get(PathItem.HttpMethod.POST))
                .filter(operation -> operation != null)
                .forEach(OpenApiDocument::change);
    }

    private static Map<String, Schema> besideTheFact() {
        return Map.of(
                "occurredAt", text().format("date"),
                "receivedAt", text().format("date"),
                "note", text().maxLength(FactBody.LONGEST_NOTE));
    }

    private static void change(Operation operation) {
        operation.getResponses().removeAPIResponse("400");
        operation.addParameter(OASFactory.createParameter()
                .name(IdempotencyKey.HEADER)
                .in(Parameter.In.HEADER)
                .required(true)
                .description("The same when the same request is sent again")
                .schema(text().minLength(1).maxLength(128)));
    }

    private static Schema codes(Code[] words) {
        return Schemas.oneOf(Stream.of(words).map(Code::code).toList());
    }

    private static APIResponse refusal() {
        return OASFactory.createAPIResponse()
                .description("Refused (RFC 9457)")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
    }

    private static Schema problem() {
        var error = object(Map.of("pointer", text(), "parameter", text(), "code", text(), "detail", text()));
        return object(Map.of(
                "type", text(),
                "title", text(),
                "status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER),
                "detail", text(),
                "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(error)));
    }

    private static Schema object(Map<String, Schema> fields) {
        var object = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> object.addProperty(field.getKey(), field.getValue()));
        return object;
    }
}
