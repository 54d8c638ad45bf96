package org.aryz.eventlog.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aryz.eventlog.Upcaster;
import org.aryz.eventlog.postgres.Upcasting.Shape;
import org.junit.jupiter.api.Test;

class UpcastingTest {
    private static Upcaster step(String type, int from) {
        return new Upcaster(type, from, data -> data.put("v" + (from + 1), true));
    }

    private final Upcasting upcasting = new Upcasting(List.of(step("a", 2), step("a", 1), step("b", 1)));

    @Test
    void everyStepFromTheStoredVersionOnIsTakenInOrder() {
        assertThat(upcasting.newest("a", new Shape(1, "{}"))).isEqualTo(new Shape(3, "{\"v2\":true,\"v3\":true}"));
        assertThat(upcasting.newest("a", new Shape(2, "{}"))).isEqualTo(new Shape(3, "{\"v3\":true}"));
        assertThat(upcasting.newest("b", new Shape(1, "{}"))).isEqualTo(new Shape(2, "{\"v2\":true}"));
    }

    @Test
    void whatIsNewestOrOfAnotherTypeStaysByteForByte() {
        assertThat(upcasting.newest("a", new Shape(3, "{ }"))).isEqualTo(new Shape(3, "{ }"));
        assertThat(upcasting.newest("c", new Shape(1, "{ }"))).isEqualTo(new Shape(1, "{ }"));
    }

    @Test
    void twoStepsFromOneVersionAreRefused() {
        assertThatThrownBy(() -> new Upcasting(List.of(step("a", 1), step("a", 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMissingStepIsNamed() {
        assertThatThrownBy(() -> new Upcasting(List.of(step("a", 1), step("a", 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No step lifts a from version 2");
    }
}
