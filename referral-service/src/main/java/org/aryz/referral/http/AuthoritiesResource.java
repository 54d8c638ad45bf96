package org.aryz.referral.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aryz.referral.Authorities;
import org.aryz.referral.Authority;
import org.aryz.referral.AuthorityKind;
import org.aryz.referral.Jurisdiction;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The directory of authorities that complaints can be referred to. */
@Path("/authorities")
@Tag(name = "authorities")
@Produces(MediaType.APPLICATION_JSON)
public class AuthoritiesResource {
    private final Authorities authorities;

    public AuthoritiesResource(Authorities authorities) {
        this.authorities = authorities;
    }

    /** The directory, or a country's part of it. */
    public record AuthorityList(List<AuthorityEntry> authorities) {}

    /** One authority with its names by language. */
    public record AuthorityEntry(
            String code, Jurisdiction jurisdiction, AuthorityKind kind, Map<String, String> names) {}

    @GET
    @Operation(operationId = "listAuthorities", summary = "List the authorities that complaints can be referred to")
    public AuthorityList list(
            @Parameter(schema = @Schema(implementation = Jurisdiction.class)) @QueryParam("jurisdiction") @Nullable
                    String jurisdiction) {
        var listed = jurisdiction == null ? authorities.all() : authorities.of(parse(jurisdiction));
        return new AuthorityList(listed.stream().map(AuthoritiesResource::entry).toList());
    }

    private static Jurisdiction parse(String code) {
        return Stream.of(Jurisdiction.values())
                .filter(jurisdiction -> jurisdiction.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Rejected.badRequest(
                        "unknown-jurisdiction",
                        "There is no such jurisdiction here",
                        FieldError.ofParameter("jurisdiction", "unknown-code", "One of KG, KZ, TJ")));
    }

    private static AuthorityEntry entry(Authority authority) {
        return new AuthorityEntry(
                authority.code().value(), authority.jurisdiction(), authority.kind(), authority.names());
    }
}
