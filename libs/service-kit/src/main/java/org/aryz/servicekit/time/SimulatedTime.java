package org.aryz.servicekit.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Says at the start that time is simulated, so that nobody takes what such a service records for evidence. In the profile of
 * production there is no such start.
 */
@Singleton
final class SimulatedTime {
    private static final Logger LOG = Logger.getLogger(SimulatedTime.class);
    private static final String PRODUCTION = "prod";
    private static final String SIMULATION = "simulation";

    void tell(@Observes StartupEvent event, @ConfigProperty(name = "aryz.simulated-time") boolean simulated) {
        if (simulated) {
            refuseInProduction(ConfigUtils.getProfiles());
            LOG.warn("Time is SIMULATED: the clock follows aryz.clock_offset of the database. Never in production");
        }
    }

    /** @throws IllegalStateException where the profiles in use are those of production */
    static void refuseInProduction(List<String> profiles) {
        if (profiles.contains(PRODUCTION) && !profiles.contains(SIMULATION)) {
            throw new IllegalStateException("aryz.simulated-time is set in production, where time is real. Unset"
                    + " ARYZ_SIMULATED_TIME; a simulation is started by ./aryz up --simulated-time");
        }
    }
}
