package org.aryz.deadline.http;

import jakarta.ws.rs.QueryParam;
import org.aryz.deadline.view.Breaches;
import org.aryz.deadline.view.Viewer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.NullUnmarked;

/** By what the register of breaches is narrowed. */
@NullUnmarked
public class BreachParameters extends ListParameters {
    @QueryParam("complaint")
    @Schema(type = SchemaType.STRING, format = "uuid")
    public String complaint;

    Breaches.Question question(Viewer viewer) {
        return new Breaches.Question(viewer, QueryValues.id("complaint", complaint), first(), last(), wanted());
    }
}
