package org.aryz.standalone.demo;

import java.io.PrintStream;
import org.aryz.standalone.Progress;
import org.aryz.standalone.Settings;
import org.aryz.standalone.part.StackClock;

/** One case of the demonstration, handed in and worked on. */
public final class Played {

    private Played() {}

    /** Plays the case whose title begins so, and tells its id. */
    public static String complaint(Settings settings, PrintStream out, String title) {
        try (var clock = StackClock.of(settings)) {
            var scenario = Scenario.all().stream()
                    .filter(one -> one.title().startsWith(title))
                    .findFirst()
                    .orElseThrow();
            var played = new Cast(new Api(settings), new Progress(out), clock, "played").play(scenario, 1);
            if (!played.wrong().isEmpty()) {
                throw new AssertionError(played.wrong());
            }
            return played.id("complaint");
        }
    }
}
