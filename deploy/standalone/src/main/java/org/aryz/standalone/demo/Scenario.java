package org.aryz.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One demo complaint: what the partner hands in, what is done about it, and what must come of it. */
record Scenario(String title, String from, JsonNode complaint, @Nullable List<Step> steps, Expected expect) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Scenario {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    @Override
    public List<Step> steps() {
        return Objects.requireNonNull(steps);
    }

    /**
     * Something that somebody does.
     *
     * @param refused the code of the problem this must be refused with, if it must
     */
    record Step(String as, @JsonProperty("do") Action action, @Nullable JsonNode body, @Nullable Refusal refused) {}

    /** How a step must be refused: the status, and the last word of the problem's type where that is said. */
    record Refusal(int status, @Nullable String code) {}

    /** What must come of a complaint. */
    record Expected(boolean expired, @Nullable List<ExpectedDeadline> deadlines, @Nullable List<ExpectedAlert> alerts) {
        Expected {
            deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
            alerts = alerts == null ? List.of() : List.copyOf(alerts);
        }

        @Override
        public List<ExpectedDeadline> deadlines() {
            return Objects.requireNonNull(deadlines);
        }

        @Override
        public List<ExpectedAlert> alerts() {
            return Objects.requireNonNull(alerts);
        }
    }

    /** A deadline of this rule in this state; with {@code dueAt} also due at this very instant or on this day. */
    record ExpectedDeadline(
            String rule, String status, @Nullable String reading, @Nullable String due, @Nullable String dueAt) {}

    /** An alert of this rule, delivered to these addresses. */
    record ExpectedAlert(String rule, @Nullable String rung, List<String> mailTo) {}

    /** All scenarios, in the order of the list. */
    static List<Scenario> all() {
        return Stream.of(read("scenarios", String[].class))
                .map(name -> read(name, Scenario.class))
                .toList();
    }

    private static <T> T read(String name, Class<T> type) {
        try (var file = Scenario.class.getResourceAsStream("/demo/" + name + ".json")) {
            return JSON.readValue(Objects.requireNonNull(file, "there is no such demo file"), type);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo file " + name + " is wrong: " + e.getMessage(), e);
        }
    }
}
