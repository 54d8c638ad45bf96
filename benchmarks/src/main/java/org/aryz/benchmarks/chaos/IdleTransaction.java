package org.aryz.benchmarks.chaos;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestPostgres;

/** Somebody leaves a transaction open; the service says so within a minute, and works on. */
final class IdleTransaction implements Fault {
    private static final Duration ALARM = Duration.ofSeconds(60);
    private static final String WELL = "/q/health/well";

    @Override
    public Outcome drive(Course course) throws Exception {
        var scale = course.scale();
        try (var intake = new Intake(TestPostgres.shared(), scale.idleAllowed());
                var other = intake.store().connect();
                var statement = other.createStatement()) {
            var load = Load.on(intake.door(), Load.Pace.STEADY, course.chance());
            load.untilAcknowledged();
            other.setAutoCommit(false);
            statement.execute("set application_name = 'forgotten'");
            statement.executeQuery("select count(*) from event_log.event").close();
            var begun = System.nanoTime();
            Patience.until("the alarm", ALARM, () -> intake.asked(WELL).contains("forgotten"));
            course.round(1, 1, "alarm", begun);
            TimeUnit.NANOSECONDS.sleep(scale.idle().minus(Course.since(begun)).toNanos());
            load.untilAcknowledged();
            other.rollback();
            Patience.until("the all-clear", ALARM, () -> !intake.asked(WELL).contains("forgotten"));
            return new Outcome(
                    "a transaction left open for %d s under load"
                            .formatted(scale.idle().toSeconds()),
                    intake.judged(load.drained()),
                    "until the alarm (60 are allowed; %d pass by setting)"
                            .formatted(scale.idleAllowed().toSeconds()),
                    course.measured(),
                    "the alarm ends with the transaction");
        }
    }
}
