package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackTimeTest {

    @TempDir
    Path home;

    @Test
    void aStackOfRealTimeDoesNotTravelAndSaysWhatToDo() {
        assertThatThrownBy(() -> time().run(List.of("travel", "P30D")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("./aryz up --simulated-time");
    }

    @Test
    void thatTimeIsSimulatedIsKeptWithTheData() {
        time().simulate();

        assertThat(SimulatedTime.of(settings()).isOn()).isTrue();
        assertThat(SimulatedTime.of(settings()).mark()).startsWith(home.resolve("data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-P1D", "P0D", "PT0S", "PT-3H", "P1D-", "tomorrow", "P9999999999Y", "P999999999Y"})
    void timeGoesForwardOnly(String amount) {
        time().simulate();

        assertThatThrownBy(() -> time().run(List.of("travel", amount)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(amount)
                .hasMessageContaining("forward");
    }

    @Test
    void aWordThatIsNotKnownIsAnsweredByThoseThatAre() {
        assertThatThrownBy(() -> time().run(List.of("back", "P1D"))).hasMessageContaining("travel AMOUNT");
    }

    private StackTime time() {
        return new StackTime(settings(), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private Settings settings() {
        return new Settings(home, home, Map.of());
    }
}
