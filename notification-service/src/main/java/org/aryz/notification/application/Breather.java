package org.aryz.notification.application;

import java.time.Duration;
import org.aryz.notification.application.Channel.Outcome;
import org.jboss.logging.Logger;

/** How much may be tried at once: all hands while the next server answers, one probe now and then while it does not. */
final class Breather {
    private static final Logger LOG = Logger.getLogger(Breather.class);
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
        if (outcome instanceof Outcome.Unreachable away) {
            wait(away);
        } else if (!pause.isZero()) {
            LOG.info("the mail server answers again");
            pause = Duration.ZERO;
        }
    }

    /** What was under way together fails together: that lengthens the pause once. */
    private void wait(Outcome.Unreachable away) {
        if (pause.isZero()) {
            LOG.warnf("the mail server is away (%s): alerts wait", away.reason());
            pause = SHORTEST;
        } else if (System.nanoTime() - resumeAt >= 0) {
            pause = pause.compareTo(LONGEST.dividedBy(2)) < 0 ? pause.multipliedBy(2) : LONGEST;
        } else {
            return;
        }
        resumeAt = System.nanoTime() + pause.toNanos();
    }
}
