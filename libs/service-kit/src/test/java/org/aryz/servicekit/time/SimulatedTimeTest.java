package org.aryz.servicekit.time;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody simulates time where the profile is that of production, which is the one of every image as it is built. */
class SimulatedTimeTest {

    @Test
    void productionDoesNotStartWithSimulatedTime() {
        var refusal =
                assertThrows(IllegalStateException.class, () -> SimulatedTime.refuseInProduction(List.of("prod")));
        assertTrue(String.valueOf(refusal.getMessage()).contains("Unset ARYZ_SIMULATED_TIME"));
    }

    @Test
    void aSimulationDoes() {
        assertDoesNotThrow(() -> SimulatedTime.refuseInProduction(List.of("simulation", "prod")));
        assertDoesNotThrow(() -> SimulatedTime.refuseInProduction(List.of("test")));
    }
}
