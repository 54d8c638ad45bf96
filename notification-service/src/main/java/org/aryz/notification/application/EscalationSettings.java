package org.aryz.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.aryz.notification.Escalation;
import org.aryz.notification.Severity;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the rule of escalation from the configuration. */
@ApplicationScoped
class EscalationSettings {

    @Produces
    @Singleton
    Escalation rule(
            @ConfigProperty(name = "aryz.escalation.severities") Set<Severity> severities,
            @ConfigProperty(name = "aryz.escalation.after") Duration after) {
        return new Escalation(severities, after);
    }
}
