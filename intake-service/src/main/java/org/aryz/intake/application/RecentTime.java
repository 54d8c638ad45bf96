package org.aryz.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.aryz.servicekit.time.DatabaseClock;
import org.jspecify.annotations.Nullable;

/**
 * The database's clock without a question per request: its last answer and what has passed since, for a quarter of a
 * second. What it tells is never ahead of the database.
 */
@Singleton
public class RecentTime {
    private static final long TRUSTED_NANOS = Duration.ofMillis(250).toNanos();

    private final DatabaseClock clock;
    private volatile @Nullable Reading last;

    RecentTime(DatabaseClock clock) {
        this.clock = clock;
    }

    private record Reading(Instant at, long takenNanos) {
        long age() {
            return System.nanoTime() - takenNanos;
        }
    }

    public Uni<Instant> now() {
        var reading = last;
        if (reading != null) {
            var age = reading.age();
            if (age < TRUSTED_NANOS) {
                return Uni.createFrom().item(reading.at().plusNanos(age));
            }
        }
        return clock.now().invoke(now -> last = new Reading(now, System.nanoTime()));
    }
}
