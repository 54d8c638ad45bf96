package org.aryz.servicekit.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A fact as it is told, refused, stored and read again. */
class FactFormTest {

    @Retention(RetentionPolicy.RUNTIME)
    private @interface Added {}

    private sealed interface Weather {}

    enum Strength {
        BREEZE,
        FULL_STORM
    }

    record Wind(Strength strength, @Nullable LocalDate until, @Added @Nullable Integer station) implements Weather {}

    record Calm() implements Weather {}

    private final FactForm<Weather> form =
            new FactForm<>(Map.of("wind.rose", Wind.class, "wind.fell", Calm.class), Added.class, List.of());

    @Test
    void aFactIsToldByItsWordAndItsFields() {
        var told = form.told("wind.rose", Map.of("strength", text("full-storm"), "until", text("2026-03-01")));

        assertEquals(new Wind(Strength.FULL_STORM, LocalDate.of(2026, 3, 1), null), told);
        assertEquals("wind.rose", form.kindOf(told));
        assertEquals(Set.of("strength", "until", "station"), form.fieldsOf("wind.rose"));
        assertEquals(new Calm(), form.told("wind.fell", Map.of()));
    }

    @Test
    void whatIsStoredIsReadAgainWithoutWhatNobodyTold() {
        var wind = new Wind(Strength.BREEZE, null, 7);

        var stored = form.written(wind);

        assertEquals("{\"strength\":\"breeze\",\"station\":7}", stored.toString());
        assertEquals(wind, form.stored("wind.rose", stored.put("added-by-a-later-edition", true)));
    }

    @Test
    void aFactWithoutItsWordOrWithAnotherIsRefused() {
        assertEquals(List.of("/fact not-null"), refused(422, null, Map.of()));
        assertEquals(List.of("/fact unknown-code"), refused(400, "wind.turned", Map.of()));
    }

    @Test
    void everyUnknownFieldIsNamedAlsoOneThatOnlyTheModelFillsIn() {
        var given =
                Map.<String, JsonNode>of("strength", text("breeze"), "station", IntNode.valueOf(7), "a/b~c", text("x"));

        assertEquals(List.of("/a~1b~0c unknown-field", "/station unknown-field"), refused(400, "wind.rose", given));
    }

    @Test
    void aRequiredFieldThatIsMissingIsNamedAndSoIsAWordThatIsUnknown() {
        assertEquals(List.of("/strength not-null"), refused(422, "wind.rose", Map.of("until", text("2026-03-01"))));
        assertEquals(List.of("/strength unknown-code"), refused(400, "wind.rose", Map.of("strength", text("gale"))));
    }

    private List<String> refused(int status, @Nullable String kind, Map<String, JsonNode> given) {
        var problem = assertThrows(Rejected.class, () -> form.told(kind, given)).problem();
        assertEquals(status, problem.status());
        return problem.errors().stream().map(FactFormTest::shown).toList();
    }

    private static String shown(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    private static TextNode text(String value) {
        return TextNode.valueOf(value);
    }
}
