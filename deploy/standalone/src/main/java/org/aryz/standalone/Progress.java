package org.aryz.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells a person what happens: one line per step, with the seconds since the beginning. */
public final class Progress {

    private final PrintStream out;
    private final long beginning = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void step(String part, String what) {
        out.printf(Locale.ROOT, "%6.1f s  %-13s %s%n", seconds(elapsed()), part, what);
    }

    public synchronized void say(String text) {
        out.println(text);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beginning);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
