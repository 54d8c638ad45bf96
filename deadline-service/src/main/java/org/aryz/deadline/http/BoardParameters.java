package org.aryz.deadline.http;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aryz.deadline.view.Board;
import org.aryz.deadline.view.Facet;
import org.aryz.deadline.view.Viewer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** By what the board is narrowed. */
@NullUnmarked
public class BoardParameters extends ListParameters {
    private static final Set<String> STATES = Set.of("open", "breached", "suspended", "met", "waived", "ended");

    @QueryParam("state")
    @Parameter(description = "One of open (which is the default), breached, suspended, met, waived, ended")
    public String state;

    @QueryParam("shadow")
    @Parameter(description = "Only clocks that run for a milder offence or another reading, or none of them")
    @Schema(type = SchemaType.BOOLEAN)
    public String shadow;

    @QueryParam("team")
    public String team;

    @QueryParam("assignee")
    @Parameter(description = "Opaque id of the person in charge")
    public String assignee;

    @QueryParam("severity")
    @Parameter(description = "Of the alert that stands: info, warning, urgent or breach")
    public String severity;

    Board.Question question(Viewer viewer) {
        var asked = Objects.requireNonNullElse(state, "open");
        if (!STATES.contains(asked)) {
            throw refused("state", "One of open, breached, suspended, met, waived, ended");
        }
        return new Board.Question(viewer, asked, first(), last(), onlyShadows(), wanted());
    }

    private Boolean onlyShadows() {
        return switch (shadow) {
            case null -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw refused("shadow", "true or false is expected");
        };
    }

    @Override
    Map<Facet, String> wanted() {
        var wanted = super.wanted();
        put(Facet.TEAM, team, wanted);
        put(Facet.ASSIGNEE, assignee, wanted);
        put(Facet.SEVERITY, severity, wanted);
        return wanted;
    }
}
