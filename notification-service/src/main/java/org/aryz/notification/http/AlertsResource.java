package org.aryz.notification.http;

import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.Streams.Loaded;
import org.aryz.notification.Alert;
import org.aryz.notification.Alert.Raised;
import org.aryz.notification.application.Acknowledgements;
import org.aryz.notification.application.Alerts;
import org.aryz.notification.view.AlertList;
import org.aryz.servicekit.etag.Versions;
import org.aryz.servicekit.idempotency.IdempotencyKey;
import org.aryz.servicekit.paging.Page;
import org.aryz.servicekit.problem.Rejected;
import org.aryz.servicekit.security.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Alerts for people: what is open, who was told, who took note. */
@Path("/alerts")
@Tag(name = "alerts")
@Produces(APPLICATION_JSON)
public class AlertsResource {
    private final Alerts alerts;
    private final Acknowledgements acknowledgements;
    private final AlertList list;
    private final CurrentCaller caller;

    public AlertsResource(Alerts alerts, Acknowledgements acknowledgements, AlertList list, CurrentCaller caller) {
        this.alerts = alerts;
        this.acknowledgements = acknowledgements;
        this.list = list;
        this.caller = caller;
    }

    /** One page of the list. */
    record AlertPage(List<AlertAnswer> alerts) {}

    @GET
    @APIResponseSchema(AlertPage.class)
    @Operation(operationId = "listAlerts", summary = "Alerts of complaints you may see, newest first")
    public Uni<Response> list(
            @QueryParam("complaint") @Nullable String complaint,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var asked = AlertListRequest.of(complaint, state, limit, after);
        return list.find(asked.query(caller.get().organisation()))
                .map(found -> Page.of(asked.page(), found, last -> List.of(Long.toString(last.alert().position)))
                        .answer(uri, AlertAnswer::of, AlertPage::new));
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(AlertAnswer.class)
    @Operation(operationId = "getAlert", summary = "One alert, as of now")
    public Uni<Response> get(@PathParam("id") UUID id) {
        return alerts.load(id).map(loaded -> {
            var alert = visible(loaded);
            return Response.ok(AlertAnswer.of(id, alert))
                    .header(ETAG, Versions.etag(loaded.version()))
                    .build();
        });
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Consumes(APPLICATION_JSON)
    @APIResponseSchema(value = AcknowledgementAnswer.class, responseCode = "200")
    @Operation(operationId = "acknowledgeAlert", summary = "Take note of an alert; the first to do so is kept")
    public Uni<Response> acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam(IdempotencyKey.HEADER) @Parameter(required = true) @Nullable String key,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT, maxProperties = 0)))
                    byte @Nullable [] body) {
        EmptyBody.check(body);
        var request = new Acknowledgements.Request(
                IdempotencyKey.required(key),
                caller.get().organisation(),
                caller.get().actor());
        return alerts.load(id)
                .invoke(this::visible)
                .flatMap(_ -> acknowledgements.acknowledge(id, request))
                .flatMap(result -> alerts.load(id).map(loaded -> answer(id, result, loaded)));
    }

    private static Response answer(UUID id, AppendResult result, Loaded<Alert> loaded) {
        if (result instanceof AppendResult.KeyReused) {
            throw IdempotencyKey.usedForAnother();
        }
        if (!(loaded.state() instanceof Raised alert) || alert.acknowledged() == null) {
            throw Rejected.unavailable();
        }
        var first = alert.acknowledged();
        var answer = Response.ok(new AcknowledgementAnswer(id, alert.state(), first.at(), first.by()))
                .header(ETAG, Versions.etag(loaded.version()));
        return result instanceof AppendResult.Repeated
                ? answer.header(IdempotencyKey.REPLAYED, true).build()
                : answer.build();
    }

    private Raised visible(Loaded<Alert> loaded) {
        if (!(loaded.state() instanceof Raised alert)) {
            throw Rejected.notFound();
        }
        var complaint = alert.notice().complaint();
        caller.mustTouch(complaint.organisation(), complaint.sharedWith());
        return alert;
    }
}
