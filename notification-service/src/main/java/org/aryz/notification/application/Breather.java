package org.aryz.notification.application;

import java.time.Duration;
import org.aryz.notification.application.Channel.Outcome;

/** How much may be tried at once: all hands while the next server answers, one probe now and then while it does not. */
final class Breather {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration pause = Duration.ZERO;
    private long resumeAt;

    synchronized int allows(int hands, int busy) {
        if (pause.isZero()) {
            return hands - busy;
        }
        return busy == 0 && System.nanoTime() - resumeAt >= 0 ? 1 : 0;
    }

    synchronized void heard(Outcome outcome) {
        if (!(outcome instanceof Outcome.Unreachable)) {
            pause = Duration.ZERO;
        } else if (pause.isZero() || System.nanoTime() - resumeAt >= 0) {
            var longer = pause.isZero() ? SHORTEST : pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
            resumeAt = System.nanoTime() + pause.toNanos();
        }
    }
}
