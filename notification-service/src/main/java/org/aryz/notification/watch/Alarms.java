package org.aryz.notification.watch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.aryz.notification.application.Alarm;
import org.aryz.notification.application.Channel.Outcome;
import org.aryz.notification.application.Recipients;
import org.aryz.notification.mail.HouseMail;
import org.aryz.notification.watch.WatchTable.Queued;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells operators and coordinators, once for each standstill, that alerts may not come, and once that they come again. */
@Singleton
class Alarms {
    private static final Logger LOG = Logger.getLogger(Alarms.class);

    private final WatchTable table;
    private final Recipients recipients;
    private final HouseMail mail;

    Alarms(WatchTable table, Recipients recipients, HouseMail mail) {
        this.table = table;
        this.recipients = recipients;
        this.mail = mail;
    }

    /** Has an alarm stand while a sign is missed for longer than it may be; said where that is new. */
    Uni<Void> settle(Alarm.Kind kind, @Nullable Duration patience, boolean mayRaise) {
        return table.settle(kind, patience, mayRaise, recipients.alarmed())
                .invoke(change -> change.ifPresent(what -> LOG.warnf("Alarm about the %s: %s", kind.code(), what)))
                .replaceWithVoid();
    }

    /** Sends what is queued. What the server does not take now is tried again when its claim has lapsed. */
    Uni<Void> sendLetters() {
        return table.claimLetters()
                .flatMap(letters -> Multi.createFrom()
                        .iterable(letters)
                        .onItem()
                        .transformToUniAndConcatenate(this::send)
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> send(Queued letter) {
        return recipients
                .find(letter.recipient())
                .map(recipient -> mail.tell(recipient, letter.alarm()))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.Refused("recipient-unknown")))
                .flatMap(outcome -> conclude(letter, outcome));
    }

    private Uni<Void> conclude(Queued letter, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> table.sent(letter.alarm());
            case Outcome.Refused it -> {
                LOG.warnf("An alarm could not be told to recipient %s: %s", letter.recipient(), it.reason());
                yield table.sent(letter.alarm());
            }
            case Outcome.Deferred _, Outcome.Unreachable _ -> Uni.createFrom().voidItem();
        };
    }
}
