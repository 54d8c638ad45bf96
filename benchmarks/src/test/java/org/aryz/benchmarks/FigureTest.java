package org.aryz.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void aMedianStandsForTheRounds() {
        assertThat(new Figure(30, 10, 20).median()).isEqualTo(20);
        assertThat(new Figure(40, 10, 20, 30).median()).isEqualTo(25);
    }

    @Test
    void theSpreadIsShown() {
        assertThat(new Figure(1234.4, 990, 2000)).hasToString("1,234 (990 to 2,000)");
        assertThat(new Figure(0.5)).hasToString("0.50");
    }

    @Test
    void aRatioSaysWhetherWhatWasWantedIsReached() {
        assertThat(Report.ratio("append", new Figure(15), "pgbench", new Figure(10), 1.5))
                .endsWith("**1.50**", "reached 1.50");
        assertThat(Report.ratio("append", new Figure(14), "pgbench", new Figure(10), 1.5))
                .endsWith("**1.40**", "not reached: 1.50");
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatIllegalArgumentException().isThrownBy(Figure::new);
    }
}
