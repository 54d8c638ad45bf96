package org.aryz.deadline.reconciliation;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Tells what the last finished reconciliation found, and that there was one not too long ago. */
@Wellness
@Singleton
final class Reconciled implements AsyncHealthCheck {
    private static final String NAME = "Reconciliation";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final int FEW = 5;

    private final Reconciliations passes;
    private final Duration atMost;

    @Inject
    Reconciled(Reconciliations passes, @ConfigProperty(name = "aryz.reconciler.every") Duration every) {
        this.passes = passes;
        this.atMost = every.multipliedBy(3);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return passes.latest(FEW)
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .fail()
                .map(this::answer)
                .onFailure()
                .recoverWithItem(HealthCheckResponse.named(NAME)
                        .down()
                        .withData("next", "The database does not answer; start it")
                        .build());
    }

    private HealthCheckResponse answer(List<Reconciliation> latest) {
        var answer = HealthCheckResponse.named(NAME);
        var recent = latest.stream().anyMatch(this::isRecent);
        latest.stream().filter(pass -> pass.finishedAt() != null).findFirst().ifPresent(pass -> {
            answer.withData("finishedAt", String.valueOf(pass.finishedAt())).withData("checked", pass.checked());
            for (var kind : Difference.values()) {
                answer.withData(kind.code(), pass.found(kind));
            }
        });
        return recent
                ? answer.up().build()
                : answer.down()
                        .withData("next", "See GET /reconciliations and the log of the replica that leads 'reconciler'")
                        .build();
    }

    /** A first pass may still run. */
    private boolean isRecent(Reconciliation pass) {
        var last = pass.finishedAt() == null ? pass.beganAt() : pass.finishedAt();
        return last.isAfter(Instant.now().minus(atMost));
    }
}
