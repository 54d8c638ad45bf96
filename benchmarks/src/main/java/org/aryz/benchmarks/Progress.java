package org.aryz.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Tells a person who waits what a suite is at. */
public final class Progress {
    private final PrintStream out;
    private final long beginning = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void step(String what) {
        out.printf(Locale.ROOT, "%7.1f s  %s%n", (System.nanoTime() - beginning) / 1e9, what);
    }
}
