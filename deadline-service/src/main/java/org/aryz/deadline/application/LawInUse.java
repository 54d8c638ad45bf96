package org.aryz.deadline.application;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.aryz.deadline.calendar.Calendars;
import org.aryz.deadline.law.Law;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Loads law and calendars at the start. A mistake in a file stops the start, naming file, rule and field. */
@Singleton
final class LawInUse {
    private static final Logger LOG = Logger.getLogger(LawInUse.class);
    private static final String DEMO_SIGN_OFFS = "law/demo-sign-offs.yaml";

    void load(@Observes StartupEvent event, Law law, Calendars calendars) {
        LOG.infof(
                "The law: %d versions of rules; calendars as known since %s",
                law.rules().size(), calendars.revisionDays().last());
    }

    @Produces
    @Singleton
    static Law law(@ConfigProperty(name = "aryz.law.demo-sign-offs") boolean demoSignOffs) {
        var law = Law.load();
        if (!demoSignOffs) {
            return law;
        }
        LOG.warn(
                "Rules are signed off by a FICTIONAL counsel: complaints may be said to be out of time. Only for demonstrations");
        return law.signedOffBy(DEMO_SIGN_OFFS);
    }

    @Produces
    @Singleton
    static Calendars calendars() {
        return Calendars.load();
    }
}
