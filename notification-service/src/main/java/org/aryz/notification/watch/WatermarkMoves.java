package org.aryz.notification.watch;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells whether the deadline service says that it fires what is due. */
@Wellness
@Singleton
class WatermarkMoves implements HealthCheck {
    private final Watch watch;

    WatermarkMoves(Watch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var signs = watch.latest();
        var answer = HealthCheckResponse.named("Watermark of firing")
                .status(!signs.watermarkAlarm())
                .withData("secondsStanding", Math.round(signs.standing()));
        return signs.watermarkAlarm()
                ? answer.withData(
                                "next",
                                "See /q/health/well of the deadline service; if all is well there, look at its relay"
                                        + " (aryz_relay_events_behind), at Kafka, and at what waits here (aryz_receiver_lag)")
                        .build()
                : answer.build();
    }
}
