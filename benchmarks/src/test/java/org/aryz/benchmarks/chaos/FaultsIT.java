package org.aryz.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.stream.Stream;
import org.aryz.benchmarks.Progress;
import org.aryz.testplatform.SmallDisk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault once, against real servers; {@code ./aryz chaos history} drives them for long. */
class FaultsIT {
    private static final long SEED = 20_161_220;

    private final Progress progress = new Progress(System.out);

    static Stream<String> faults() {
        return Chaos.faults().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void nothingIsLostAndNothingDoubled(String fault) throws Exception {
        if (fault.equals("disk")) {
            var obstacle = SmallDisk.obstacle();
            assumeThat(obstacle).as(() -> obstacle.orElse("")).isEmpty();
        }

        var outcome = Chaos.drive(fault, Scale.BRIEF, SEED, progress);

        assertThat(outcome.judgement()).matches(Judgement::isClean, "clean");
    }
}
