package org.aryz.deadline.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.function.Predicate;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.law.Rule;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The law as this service knows it: every rule in every version, with its source and how sure it is. */
@Path("/rules")
@Produces(APPLICATION_JSON)
public class RulesResource {
    private final LawInUse law;

    public RulesResource(LawInUse law) {
        this.law = law;
    }

    /** Versions of rules, each complete. */
    public record RulesAnswer(List<RuleAnswer> rules) {}

    @GET
    @Operation(operationId = "listRules", summary = "All rules in all their versions")
    public Uni<RulesAnswer> list() {
        return answer(_ -> true);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRule", summary = "All versions of one rule")
    public Uni<RulesAnswer> get(@PathParam("id") String id) {
        return answer(rule -> rule.id().equals(id)).invoke(answer -> {
            if (answer.rules().isEmpty()) {
                throw Rejected.notFound();
            }
        });
    }

    private Uni<RulesAnswer> answer(Predicate<Rule> asked) {
        return law.hour()
                .map(hour -> new RulesAnswer(hour.edition().law().rules().stream()
                        .filter(asked)
                        .map(RuleAnswer::of)
                        .toList()));
    }
}
