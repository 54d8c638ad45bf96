package org.aryz.deadline.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.aryz.deadline.MigratedDatabase;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** A reconciler that no longer works is seen by its health. */
class ReconciledIT extends MigratedDatabase {

    @Test
    void aReconcilerThatHasStoppedIsDownUntilItsNextPass() {
        var passes = new Reconciliations(pool);
        passes.finish(passes.begin("start", null).await().atMost(LONG_ENOUGH))
                .await()
                .atMost(LONG_ENOUGH);
        assertThat(health(passes).getStatus()).isEqualTo(Status.UP);

        execute(
                """
                update deadline.reconciliation
                   set began_at = began_at - interval '19 hours', finished_at = finished_at - interval '19 hours'""");
        assertThat(health(passes).getStatus()).isEqualTo(Status.DOWN);
        assertThat(String.valueOf(health(passes).getData().orElseThrow())).contains("GET /reconciliations");

        passes.begin("schedule", null).await().atMost(LONG_ENOUGH);
        assertThat(health(passes).getStatus()).isEqualTo(Status.UP);
    }

    private static HealthCheckResponse health(Reconciliations passes) {
        return new Reconciled(passes, Duration.ofHours(6)).call().await().atMost(LONG_ENOUGH);
    }
}
