package org.aryz.deadline.http;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.aryz.deadline.calendar.NoWorkingDayException;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.JsonProblems;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The calculator of terms, for people and partners. It keeps nothing of what it is asked. */
@Path("/calculations")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
public class CalculationsResource {
    private final ObjectMapper mapper;
    private final CalculationReader reader;

    CalculationsResource(ObjectMapper mapper, CalculationReader reader) {
        this.mapper = mapper;
        this.reader = reader;
    }

    @POST
    @Blocking
    @Operation(
            operationId = "calculate",
            summary = "When a term ends and why; an array of up to 10,000 gets an array in the same order, a bad item a"
                    + " problem in its place")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(oneOf = {CalculationRequest.class, CalculationRequest[].class})))
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {CalculationAnswer.class, CalculationAnswer[].class})))
    public Response calculate(byte[] body) throws IOException {
        var questions = Questions.in(body, mapper);
        return questions.many()
                ? Response.ok((StreamingOutput) out -> write(questions, out)).build()
                : Response.ok(answer(questions.only(), "")).build();
    }

    private void write(Questions questions, OutputStream out) throws IOException {
        var writer = mapper.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        try (var generator = mapper.createGenerator(out)) {
            generator.writeStartArray();
            questions.forEach((question, pointer) -> writer.writeValue(generator, answerOrProblem(question, pointer)));
            generator.writeEndArray();
        }
    }

    private Object answerOrProblem(JsonNode question, String pointer) {
        try {
            return answer(question, pointer);
        } catch (JacksonException e) {
            return JsonProblems.of(e, pointer);
        } catch (Rejected e) {
            return e.problem();
        }
    }

    private CalculationAnswer answer(JsonNode question, String pointer) throws JacksonException {
        if (!question.isObject()) {
            throw Rejected.badRequest(
                    "bad-body",
                    "The body does not have the form asked for",
                    FieldError.at(pointer, "wrong-type", "An object is expected"));
        }
        try {
            var asked = mapper.treeToValue(question, CalculationRequest.class);
            return CalculationAnswer.of(reader.read(asked, pointer).outcome());
        } catch (NoWorkingDayException e) {
            throw Rejected.unprocessable(
                    "invalid",
                    "Some fields cannot be accepted",
                    FieldError.at(pointer + "/calendar", "no-working-day", "The calendar has no working day here"));
        }
    }
}
