package org.aryz.servicekit.time;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says at the start that time is simulated, so that nobody takes what such a service records for evidence. */
@Singleton
final class SimulatedTime {
    private static final Logger LOG = Logger.getLogger(SimulatedTime.class);

    void tell(@Observes StartupEvent event, @ConfigProperty(name = "aryz.simulated-time") boolean simulated) {
        if (simulated) {
            LOG.warn("Time is SIMULATED: the clock follows aryz.clock_offset of the database. Never in production");
        }
    }
}
