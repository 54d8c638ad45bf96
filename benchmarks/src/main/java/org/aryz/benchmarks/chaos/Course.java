package org.aryz.benchmarks.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;

/** The way of one fault through its rounds: what is left to chance, and what was measured. */
final class Course {
    private final Scale scale;
    private final Random chance;
    private final Progress progress;
    private final List<Double> seconds = new ArrayList<>();

    Course(Scale scale, long seed, Progress progress) {
        this.scale = scale;
        this.chance = new Random(seed);
        this.progress = progress;
    }

    Scale scale() {
        return scale;
    }

    /** The same seed makes the same choices; what threads make of them is never the same. */
    Random chance() {
        return chance;
    }

    /** Lets the load run for a while of any length. */
    void goOn() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                chance.nextLong(scale.between().toMillis() / 4, scale.between().toMillis()));
    }

    /** A round came to its end. */
    void round(int number, int of, String what, long begun) {
        seconds.add((System.nanoTime() - begun) / 1e9);
        progress.step(
                String.format(Locale.ROOT, "round %d of %d: %s after %.1f s", number, of, what, seconds.getLast()));
    }

    void say(String what) {
        progress.step(what);
    }

    /** Seconds that rounds took. */
    Figure measured() {
        return new Figure(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
