package org.aryz.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration YEARS = Duration.ofDays(1000);

    @Test
    void waitsDouble() {
        assertThat(Patience.after(1, YEARS)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Patience.after(2, YEARS)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Patience.after(5, YEARS)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void neverWaitsLongerThanAQuarterOfAnHour() {
        assertThat(Patience.after(60, YEARS)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void waitsAPartOfTheTimeThatIsLeft() {
        assertThat(Patience.after(60, Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(3));
        assertThat(Patience.after(60, Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void calmsDownWhenTheTermIsLongOver() {
        assertThat(Patience.after(60, Duration.ofHours(-1))).isEqualTo(Duration.ofMinutes(3));
        assertThat(Patience.after(60, YEARS.negated())).isEqualTo(Duration.ofMinutes(15));
    }
}
