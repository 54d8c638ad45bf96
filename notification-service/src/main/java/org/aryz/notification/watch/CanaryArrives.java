package org.aryz.notification.watch;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells whether trial alerts come through to their mailbox. */
@Wellness
@Singleton
class CanaryArrives implements HealthCheck {
    private final Watch watch;
    private final WatchSettings settings;

    CanaryArrives(Watch watch, WatchSettings settings) {
        this.watch = watch;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("Canary");
        if (settings.canaryMailbox().isEmpty()) {
            return answer.up()
                    .withData("mailbox", "none; set ARYZ_CANARY_MAILBOX")
                    .build();
        }
        var signs = watch.latest();
        answer.status(!signs.canaryAlarm())
                .withData("secondsSinceArrival", Math.round(signs.unseen()))
                .withData("secondsLate", Math.round(signs.lateness()));
        return signs.canaryAlarm()
                ? answer.withData(
                                "next",
                                "Look at the mail server, then along the way: firing, aryz_relay_events_behind, Kafka,"
                                        + " aryz_receiver_lag")
                        .build()
                : answer.build();
    }
}
