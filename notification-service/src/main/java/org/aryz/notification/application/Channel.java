package org.aryz.notification.application;

import io.smallrye.mutiny.Uni;

/** A way to tell a person. */
public interface Channel {

    /** The code under which deliveries name it. */
    String code();

    /** Tells; never fails. The same alert told twice to the same person is recognisable as one message. */
    Uni<Outcome> tell(Recipient recipient, Message message);

    /** How an attempt ended. */
    sealed interface Outcome {
        /** The next server answers for the message now. */
        record Accepted() implements Outcome {}

        /** This address will never take it. */
        record Refused(String reason) implements Outcome {}

        /** This message was not taken now. */
        record Deferred(String reason) implements Outcome {}

        /** Nobody can be told this way now. */
        record Unreachable(String reason) implements Outcome {}
    }
}
