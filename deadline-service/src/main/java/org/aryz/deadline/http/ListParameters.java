package org.aryz.deadline.http;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.aryz.deadline.view.Facet;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** By what both the board and the register of breaches are narrowed, as it stands in the query. */
@NullUnmarked
public abstract class ListParameters {
    private static final int LONGEST_CODE = 200;

    @QueryParam("from")
    @Parameter(description = "First day on which the term ends, in the zone of the complaint")
    @Schema(type = SchemaType.STRING, format = "date")
    public String from;

    @QueryParam("until")
    @Parameter(description = "Last day on which the term ends, in the zone of the complaint")
    @Schema(type = SchemaType.STRING, format = "date")
    public String until;

    @QueryParam("region")
    public String region;

    @QueryParam("jurisdiction")
    public String jurisdiction;

    @QueryParam("responsible")
    @Parameter(description = "Code of the organisation (duties) or of the authority or body (watches) that has to act")
    public String responsible;

    @QueryParam("kind")
    @Parameter(description = "duty or watch")
    public String kind;

    @QueryParam("rule")
    public String rule;

    LocalDate first() {
        return QueryValues.day("from", from);
    }

    LocalDate last() {
        return QueryValues.day("until", until);
    }

    Map<Facet, String> wanted() {
        var wanted = new EnumMap<Facet, String>(Facet.class);
        put(Facet.REGION, region, wanted);
        put(Facet.JURISDICTION, jurisdiction, wanted);
        put(Facet.RESPONSIBLE, responsible, wanted);
        put(Facet.KIND, kind, wanted);
        put(Facet.RULE, rule, wanted);
        return wanted;
    }

    static void put(Facet facet, String value, Map<Facet, String> wanted) {
        if (value == null) {
            return;
        }
        if (value.isEmpty() || value.length() > LONGEST_CODE || value.indexOf('\0') >= 0) {
            throw refused(facet.name().toLowerCase(Locale.ROOT), "A code of at most 200 characters is expected");
        }
        wanted.put(facet, value);
    }

    static Rejected refused(String name, String expected) {
        return Rejected.badRequest("bad-query", expected, FieldError.ofParameter(name, "unknown-code", expected));
    }
}
