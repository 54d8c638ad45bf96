package org.aryz.eventlog;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.key;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.postgres.AppendSettings;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutageIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AppendSettings IMPATIENT = new AppendSettings(500, 1, 5, Duration.ofSeconds(1));

    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.create();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aStoppedDatabaseIsUnavailableAndComesBackWithoutARestartAndWithAllThatWasAcknowledged() {
        var log = database.newLog();
        var streams = IntStream.range(0, 50).mapToObj(_ -> newStream()).toList();
        streams.forEach(
                stream -> assertThat(log.append(append(stream, 0, 1)).await().atMost(SOON))
                        .isInstanceOf(Appended.class));

        TestPostgres.shared().stop();
        try {
            assertThatThrownBy(
                            () -> log.append(append(newStream(), 0, 1)).await().atMost(SOON))
                    .isInstanceOfSatisfying(LogUnavailable.class, failure -> assertThat(failure.retryAfter())
                            .isPositive());
            assertThatThrownBy(
                            () -> log.readStream(streams.getFirst(), 0).await().atMost(SOON))
                    .isInstanceOf(LogUnavailable.class);
        } finally {
            TestPostgres.shared().start();
        }

        Patience.until("it appends again", SOON, () -> succeeds(log));
        assertThat(streams)
                .allMatch(
                        stream -> log.readStream(stream, 0).await().atMost(SOON).size() == 1);
    }

    private static boolean succeeds(EventLog log) {
        try {
            return log.append(append(newStream(), 0, 1)).await().atMost(SOON) instanceof Appended;
        } catch (LogUnavailable _) {
            return false;
        }
    }

    @Test
    void whenTheDatabaseDoesNotAnswerCallersHearOfItInTimeAndTheSameRequestLaterIsDoneOnce() {
        var wire = database.newWire();
        var log = database.newLog(database.newPool(wire), IMPATIENT);
        log.append(append(newStream(), 0, 1)).await().atMost(SOON);
        var stream = newStream();
        var once = key("org", stream.toString(), "request", "{}");

        wire.cut();
        assertThatThrownBy(() ->
                        log.append(append(stream, 0, 1).once(once)).await().atMost(SOON))
                .isInstanceOf(LogUnavailable.class);
        wire.mend();

        Patience.until("it appends again", SOON, () -> succeeds(log));
        assertThat(log.append(append(stream, 0, 1).once(once)).await().atMost(SOON))
                .isInstanceOfAny(Appended.class, Repeated.class);
        assertThat(log.readStream(stream, 0).await().atMost(SOON)).hasSize(1);
    }

    @Test
    void moreThanMayWaitAreRefusedAtOnceAndThoseThatWaitTooLongHearOfIt() {
        var wire = database.newWire();
        var log = database.newLog(database.newPool(wire), IMPATIENT);
        log.append(append(newStream(), 0, 1)).await().atMost(SOON);

        wire.cut();
        var travelling = log.append(append(newStream(), 0, 1)).subscribeAsCompletionStage();
        Patience.until("the first group left", SOON, () -> log.waiting() == 0);
        var waiting = IntStream.range(0, 5)
                .mapToObj(_ -> log.append(append(newStream(), 0, 1)).subscribeAsCompletionStage())
                .toList();
        var oneTooMany = log.append(append(newStream(), 0, 1)).subscribeAsCompletionStage();

        assertThat(oneTooMany).isCompletedExceptionally();
        assertThatThrownBy(travelling::join).isInstanceOf(CompletionException.class);
        assertThat(waiting).allSatisfy(each -> assertThatThrownBy(each::join).hasCauseInstanceOf(LogUnavailable.class));
        wire.mend();
        Patience.until("it appends again", SOON, () -> succeeds(log));
    }
}
