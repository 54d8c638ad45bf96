package org.aryz.standalone.journey;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the services still have to do at the present hour, and which hour they wait for next: seen in their databases. */
final class DueWork {

    /** Something in a database that waits for an hour. Whatever else comes to wait for one belongs in this list. */
    private record Wait(String service, String earliest) {}

    private static final List<Wait> WAITS = List.of(
            new Wait("deadline", "select min(next_at) from deadline.due where not decides and next_at < 'infinity'"),
            new Wait("deadline", "select min(next_at) from deadline.due where decides and next_at < 'infinity'"),
            new Wait("notification", "select min(due_at) from notification.escalation"));

    /** Something that is to be done before time goes on. */
    interface Task {
        /** How much of it is left. */
        long left(Databases databases);
    }

    private record Named(String what, Task task) {}

    private final Databases databases;

    /** In the order in which one thing leads to the next: where all are done in turn, all are done. */
    private final List<Named> tasks = List.of(
            new Named("streams of intake for referral to take in", new Flow("intake", "referral")),
            new Named("streams of intake for deadline to take in", new Flow("intake", "deadline")),
            new Named("streams of referral for deadline to take in", new Flow("referral", "deadline")),
            counted("deadlines to say something of", "deadline", "select deadline.overdue('0')"),
            new Named("streams of deadline for notification to take in", new Flow("deadline", "notification")),
            counted(
                    "alerts to pass on",
                    "notification",
                    "select count(*) from notification.escalation where due_at <= event_log.now()"),
            counted(
                    "letters to hand over",
                    "notification",
                    "select count(*) from notification.delivery where state = 'queued'"));

    DueWork(Databases databases) {
        this.databases = databases;
    }

    private static Named counted(String what, String service, String count) {
        return new Named(what, databases -> databases.number(service, count));
    }

    /** What is not done yet, in words; empty when time may go on. */
    Optional<String> left() {
        for (var named : tasks) {
            var left = named.task().left(databases);
            if (left > 0) {
                return Optional.of(left + " " + named.what());
            }
        }
        return Optional.empty();
    }

    /** The next hour at which there will be something to do. */
    Optional<Instant> next() {
        return WAITS.stream()
                .flatMap(wait -> databases
                        .rows(
                                wait.service(),
                                wait.earliest(),
                                row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                        .stream())
                .flatMap(Optional::stream)
                .map(OffsetDateTime::toInstant)
                .min(Comparator.naturalOrder());
    }
}
