package org.aryz.notification.application;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.aryz.notification.application.Channel.Outcome;

/** Counts attempts to tell people, by channel and outcome. */
@ApplicationScoped
public class DeliveryFigures {
    private final MeterRegistry meters;

    public DeliveryFigures(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String channel, Outcome outcome) {
        meters.counter("aryz.delivery.attempts", "channel", channel, "outcome", code(outcome))
                .increment();
    }

    private static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Refused _ -> "refused";
            case Outcome.Deferred _ -> "deferred";
            case Outcome.Unreachable _ -> "unreachable";
        };
    }
}
