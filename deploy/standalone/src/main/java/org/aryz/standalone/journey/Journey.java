package org.aryz.standalone.journey;

import static java.time.ZoneOffset.UTC;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import java.util.Optional;
import org.aryz.standalone.Settings;
import org.aryz.standalone.StackFailure;
import org.aryz.standalone.part.StackClock;

/**
 * Moves the clock of a simulated stack forward. It stops at each hour at which something is due, until that is done and its
 * letters are handed over; where nothing is due it leaps.
 */
public final class Journey {

    /** Without any progress for so long, something stands still. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration LOOK = Duration.ofMillis(5);

    private final Settings settings;
    private final PrintStream out;

    public Journey(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public void travel(TemporalAmount amount) throws InterruptedException {
        try (var clock = StackClock.of(settings);
                var databases = new Databases(settings)) {
            new Underway(clock, new DueWork(databases), new News(databases, out)).travel(amount);
        }
    }

    private final class Underway {
        private final StackClock clock;
        private final DueWork work;
        private final News news;

        Underway(StackClock clock, DueWork work, News news) {
            this.clock = clock;
            this.work = work;
            this.news = news;
        }

        void travel(TemporalAmount amount) throws InterruptedException {
            var begun = System.nanoTime();
            var end = clock.instant().atZone(UTC).plus(amount).toInstant();
            var stops = 0;
            settle();
            for (var next = nextBefore(end); next.isPresent(); next = nextBefore(end)) {
                clock.moveTo(next.get());
                stops++;
                settle();
            }
            clock.moveTo(end);
            settle();
            out.printf(
                    Locale.ROOT,
                    "Arrived after %d stops and %.1f s: %s.%n",
                    stops,
                    (System.nanoTime() - begun) / 1e9,
                    news.summary());
        }

        private Optional<Instant> nextBefore(Instant end) {
            return work.next().filter(end::isAfter);
        }

        /** Waits until all that is due is done. */
        private void settle() throws InterruptedException {
            var since = System.nanoTime();
            var before = Optional.<String>empty();
            for (var left = work.left(); left.isPresent(); left = work.left()) {
                if (!left.equals(before)) {
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw new StackFailure(
                            "The journey ends at %s, as there are %s and none gets done. ./aryz status and"
                                            .formatted(clock.instant(), left.get())
                                    + " ./aryz dead-letters may tell why; ./aryz time travel goes on from here.");
                }
                before = left;
                Thread.sleep(LOOK);
                news.tell();
            }
            news.tell();
        }
    }
}
