package org.aryz.deadline.simulation;

import java.time.Instant;
import org.aryz.deadline.application.Told;

/** That an event of another service reaches this one at some hour, perhaps not for the first time. */
record Telling(Instant arrives, Told told) {

    Telling again(Instant later) {
        return new Telling(later, told);
    }
}
