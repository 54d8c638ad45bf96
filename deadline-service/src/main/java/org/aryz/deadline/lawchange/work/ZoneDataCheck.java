package org.aryz.deadline.lawchange.work;

import jakarta.inject.Singleton;
import org.aryz.deadline.calendar.LegalTime;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows by which time-zone database dates are found, and whether a person has confirmed it. Work goes on meanwhile. */
@Readiness
@Singleton
final class ZoneDataCheck implements HealthCheck {
    private final LawWorkRounds rounds;

    ZoneDataCheck(LawWorkRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public HealthCheckResponse call() {
        var book = rounds.book();
        var confirmed = book.zoneData();
        return HealthCheckResponse.named("Time-zone database")
                .up()
                .withData("inUse", LegalTime.zoneData())
                .withData("confirmed", confirmed == null ? "" : confirmed)
                .withData("waitsForAPerson", book.zoneDataAwaiting().isPresent())
                .build();
    }
}
