package org.aryz.deadline.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.aryz.deadline.law.Law;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The law as this service knows it: every rule in every version, with its source and how sure it is. */
@Path("/rules")
@Produces(APPLICATION_JSON)
public class RulesResource {
    private final Law law;

    public RulesResource(Law law) {
        this.law = law;
    }

    /** Versions of rules, each complete. */
    public record RulesAnswer(List<RuleAnswer> rules) {}

    @GET
    @Operation(operationId = "listRules", summary = "All rules in all their versions")
    public RulesAnswer list() {
        return new RulesAnswer(law.rules().stream().map(RuleAnswer::of).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRule", summary = "All versions of one rule")
    public RulesAnswer get(@PathParam("id") String id) {
        var versions = law.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .map(RuleAnswer::of)
                .toList();
        if (versions.isEmpty()) {
            throw Rejected.notFound();
        }
        return new RulesAnswer(versions);
    }
}
