package org.aryz.deadline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.aryz.deadline.calculation.Calculation;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.servicekit.json.StrictJson;

/** The calculator without a server: from the JSON of a question to the JSON of its answer. */
final class Calculator {
    static final ObjectMapper JSON = strict();
    private static final Calendars CALENDARS = Calendars.load();
    private static final CalculationReader READER = new CalculationReader(() -> CALENDARS);

    private Calculator() {}

    static Calculation read(JsonNode question) {
        try {
            return READER.read(JSON.treeToValue(question, CalculationRequest.class), "");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(question.toString(), e);
        }
    }

    static JsonNode answer(JsonNode question) {
        return answer(read(question));
    }

    static JsonNode answer(Calculation asked) {
        try {
            return JSON.readTree(JSON.writeValueAsString(CalculationAnswer.of(asked.outcome())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectMapper strict() {
        var mapper = new ObjectMapper().registerModules(new JavaTimeModule(), new Jdk8Module());
        new StrictJson().customize(mapper);
        return mapper;
    }
}
