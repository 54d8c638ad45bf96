package org.aryz.deadline.view;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.aryz.deadline.application.LawInUse;
import org.aryz.deadline.calendar.Coverage;
import org.aryz.deadline.calendar.Jurisdiction;
import org.aryz.deadline.calendar.Scope;
import org.aryz.servicekit.time.DatabaseClock;

/** Warns in time that a calendar ends or waits to be confirmed. */
@Singleton
public class CalendarCoverage {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final LawInUse law;
    private final DatabaseClock clock;
    private final Vertx vertx;
    private volatile List<Coverage> latest = List.of();
    private long timer;

    CalendarCoverage(LawInUse law, DatabaseClock clock, Vertx vertx, MeterRegistry meters) {
        this.law = law;
        this.clock = clock;
        this.vertx = vertx;
        for (var country : Jurisdiction.values()) {
            gauge(
                    "aryz.calendar.days.covered",
                    "Days until the table of days off ends",
                    country,
                    Coverage::daysCovered,
                    meters);
            gauge(
                    "aryz.calendar.days.unconfirmed",
                    "Days off of the next 60 days that nobody has confirmed",
                    country,
                    coverage -> coverage.unconfirmedSoon().size(),
                    meters);
        }
    }

    private void gauge(
            String name,
            String description,
            Jurisdiction country,
            ToDoubleFunction<Coverage> figure,
            MeterRegistry meters) {
        Gauge.builder(name, this, it -> it.ofAuthorities(country)
                        .mapToDouble(figure)
                        .findFirst()
                        .orElse(Double.NaN))
                .description(description)
                .tag("jurisdiction", country.name())
                .register(meters);
    }

    /** What is off for state bodies holds for terms of the authorities, and takes in what is off for all. */
    Stream<Coverage> ofAuthorities(Jurisdiction country) {
        return latest.stream().filter(each -> each.country() == country && each.scope() == Scope.STATE_BODIES);
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(
                0, EVERY.toMillis(), _ -> now().subscribe().with(coverage -> latest = coverage, _ -> {}));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Of every country and scope, today. */
    public Uni<List<Coverage>> now() {
        return clock.now().map(this::at);
    }

    private List<Coverage> at(Instant now) {
        return Arrays.stream(Jurisdiction.values())
                .flatMap(country -> Arrays.stream(Scope.values()).map(scope -> {
                    var today = now.atZone(country.zone()).toLocalDate();
                    return Coverage.of(law.held().calendars(), country, scope, today);
                }))
                .toList();
    }
}
