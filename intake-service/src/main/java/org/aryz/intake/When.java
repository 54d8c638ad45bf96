package org.aryz.intake;

import java.time.Instant;
import java.time.ZoneId;

/** When something happened, as exactly as it was told: at a moment, or somewhen between two. */
public sealed interface When permits Moment, When.Between {

    /** Somewhen between two moments, both included. */
    record Between(Moment earliest, Moment latest) implements When {
        @Override
        public Instant start(ZoneId zone) {
            return earliest.start(zone);
        }

        @Override
        public Instant end(ZoneId zone) {
            return latest.end(zone);
        }
    }

    Moment earliest();

    Moment latest();

    /** The first instant it can mean. */
    Instant start(ZoneId zone);

    /** The last instant it can mean. */
    Instant end(ZoneId zone);

    /** As precise as the less precise of the two moments. */
    default Precision precision() {
        var exact = earliest() instanceof Moment.Time && latest() instanceof Moment.Time;
        return exact ? Precision.HOUR : Precision.DAY;
    }
}
