package org.aryz.deadline.reconciliation;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
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
        return passes.anyWithin(atMost)
                .flatMap(recent -> passes.latest(FEW).map(latest -> answer(recent, latest)))
                .ifNoItem()
                .after(LONGEST_ANSWER)
                .fail()
                .onFailure()
                .recoverWithItem(HealthCheckResponse.named(NAME)
                        .down()
                        .withData("next", "The database does not answer; start it")
                        .build());
    }

    private static HealthCheckResponse answer(boolean recent, List<Reconciliation> latest) {
        var answer = HealthCheckResponse.named(NAME);
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
}
