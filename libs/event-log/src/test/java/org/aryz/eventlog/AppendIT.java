package org.aryz.eventlog;

import static org.aryz.eventlog.Samples.METADATA;
import static org.aryz.eventlog.Samples.THEN;
import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.event;
import static org.aryz.eventlog.Samples.key;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.aryz.eventlog.AppendResult.AlreadyReceived;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Conflict;
import org.aryz.eventlog.AppendResult.Hole;
import org.aryz.eventlog.AppendResult.KeyReused;
import org.aryz.eventlog.AppendResult.Repeated;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppendIT {
    private static TestDatabase database;
    private static EventLog log;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        log = database.newLog();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static AppendResult appended(Append append) {
        return log.append(append).await().indefinitely();
    }

    /** All at once, so that they travel in groups; results in the order of the commands. */
    private static List<AppendResult> together(List<Append> appends) {
        var results = appends.stream()
                .map(append -> log.append(append).subscribeAsCompletionStage())
                .toList();
        return results.stream().map(result -> result.join()).toList();
    }

    @Test
    void whatIsAppendedIsReadAgainAsItWas() {
        var stream = newStream();
        var first = event("thing.made", "{ \"a\" : \"\u0416\",  \"a\": 1e2 }");
        var second = event();

        var result = (Appended) appended(Append.to(stream, 0, List.of(first, second), METADATA));

        assertThat(result.version()).isEqualTo(2);
        var read = log.readStream(stream, 0).await().indefinitely();
        assertThat(read).extracting(RecordedEvent::version).containsExactly(1L, 2L);
        assertThat(read).extracting(RecordedEvent::id).containsExactly(first.id(), second.id());
        assertThat(read.getLast().position()).isEqualTo(result.position());
        assertThat(read.getFirst().data()).isEqualTo(first.data());
        assertThat(read.getFirst().metadata()).isEqualTo(METADATA);
        assertThat(read.getFirst().occurredAt()).isEqualTo(THEN);
        assertThat(log.readStream(stream, 1).await().indefinitely()).hasSize(1);
    }

    @Test
    void appendingToAnOldVersionIsAConflictThatTellsTheVersion() {
        var stream = newStream();
        appended(append(stream, 0, 3));

        assertThat(appended(append(stream, 2, 1))).isEqualTo(new Conflict(3));
        assertThat(appended(append(stream, 4, 1))).isEqualTo(new Conflict(3));
        assertThat(log.readStream(stream, 0).await().indefinitely()).hasSize(3);
    }

    @Test
    void inAGroupOneConflictingCommandOfThreeEventsIsRefusedWholeAndAlone() {
        var taken = newStream();
        appended(append(taken, 0, 1));
        var appends = new ArrayList<Append>();
        IntStream.range(0, 40).forEach(_ -> appends.add(append(newStream(), 0, 2)));
        appends.add(20, append(taken, 0, 3));
        var before = database.number("select count(*) from event_log.event");

        var results = new ArrayList<>(together(appends));

        assertThat(results.remove(20)).isEqualTo(new Conflict(1));
        assertThat(results).allMatch(result -> result instanceof Appended done && done.version() == 2);
        assertThat(database.number("select count(*) from event_log.event")).isEqualTo(before + 80);
        assertThat(log.readStream(taken, 0).await().indefinitely()).hasSize(1);
    }

    @Test
    void eachCommandOfAGroupLearnsThePositionOfItsOwnLastEvent() {
        var streams = IntStream.range(0, 30).mapToObj(_ -> newStream()).toList();
        var appends = IntStream.range(0, 30)
                .mapToObj(i -> append(streams.get(i), i % 7 == 3 ? 9 : 0, i % 4))
                .toList();

        var results = together(appends);

        for (var i = 0; i < results.size(); i++) {
            var read = log.readStream(streams.get(i), 0).await().indefinitely();
            var expected = i % 7 == 3 && i % 4 > 0
                    ? new Conflict(0)
                    : new Appended(i % 4, i % 4 == 0 ? 0 : read.getLast().position());
            assertThat(results.get(i)).isEqualTo(expected);
        }
    }

    @Test
    void theSameRequestTwiceIsOne() {
        var once = key("org", newStream().toString(), "request", "{\"first\":true}");
        var again = key("org", once.key(), "request", "{\"first\":false}");

        assertThat(appended(append(newStream(), 0, 1).once(once))).isInstanceOf(Appended.class);
        assertThat(appended(append(newStream(), 0, 1).once(again))).isEqualTo(new Repeated("{\"first\":true}"));
        assertThat(log.recall("org", once.key(), "request".getBytes(StandardCharsets.UTF_8))
                        .await()
                        .indefinitely())
                .contains(new Repeated("{\"first\":true}"));
    }

    @Test
    void theSameRequestManyTimesAtOnceIsOne() {
        var once = key("org", newStream().toString(), "request", "{}");
        var results = together(IntStream.range(0, 50)
                .mapToObj(_ -> append(newStream(), 0, 1).once(once))
                .toList());

        assertThat(results).filteredOn(Appended.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(new Repeated("{}")::equals).hasSize(49);
    }

    @Test
    void aKeyUsedForAnotherRequestIsReusedAndOfAnotherScopeIsAnother() {
        var name = newStream().toString();
        appended(append(newStream(), 0, 1).once(key("org", name, "request", "{}")));

        assertThat(appended(append(newStream(), 0, 1).once(key("org", name, "other", "{}"))))
                .isEqualTo(new KeyReused());
        assertThat(appended(append(newStream(), 0, 1).once(key("else", name, "other", "{}"))))
                .isInstanceOf(Appended.class);
        assertThat(log.recall("org", name, new byte[] {1}).await().indefinitely())
                .contains(new KeyReused());
        assertThat(log.recall("org", "unknown", new byte[] {1}).await().indefinitely())
                .isEmpty();
    }

    @Test
    void aRefusedRequestMayComeAgainUnderItsKey() {
        var stream = newStream();
        appended(append(stream, 0, 1));
        var once = key("org", stream.toString(), "request", "{}");

        assertThat(appended(append(stream, 0, 1).once(once))).isEqualTo(new Conflict(1));
        assertThat(appended(append(stream, 1, 1).once(once))).isInstanceOf(Appended.class);
    }

    @Test
    void anIncomingEventActsOnceAndAHoleIsSeen() {
        var source = "/other/log/" + newStream();
        var stream = newStream();

        assertThat(appended(append(stream, 0, 1).inAnswerTo(new Receipt(source, 2))))
                .isEqualTo(new Hole(1));
        assertThat(appended(append(stream, 0, 1).inAnswerTo(new Receipt(source, 1))))
                .isInstanceOf(Appended.class);
        assertThat(appended(append(stream, 0, 1).inAnswerTo(new Receipt(source, 1))))
                .isEqualTo(new AlreadyReceived());
        assertThat(appended(append(stream, 1, 1).inAnswerTo(new Receipt(source, 3))))
                .isEqualTo(new Hole(2));
        assertThat(appended(Append.receiptOnly(stream, new Receipt(source, 2)))).isEqualTo(new Appended(1, 0));
        assertThat(appended(append(stream, 1, 1).inAnswerTo(new Receipt(source, 3))))
                .isInstanceOf(Appended.class);
    }

    @Test
    void dataThatTheDatabaseDoesNotTakeFailsItsOwnCommandAlone() {
        var bad = Append.to(newStream(), 0, List.of(event("thing.happened", "{\"a\":\"\u0000secret\"}")), METADATA);
        var guilty = log.append(bad);
        var innocent = IntStream.range(0, 20)
                .mapToObj(_ -> log.append(append(newStream(), 0, 1)))
                .toList();

        var all = new ArrayList<Uni<AppendResult>>(innocent);
        all.add(10, guilty);
        var stages = all.stream().map(Uni::subscribeAsCompletionStage).toList();

        assertThatThrownBy(() -> stages.get(10).join())
                .hasCauseInstanceOf(AppendRefused.class)
                .hasMessageNotContaining("secret");
        for (var i = 0; i < stages.size(); i++) {
            if (i != 10) {
                assertThat(stages.get(i).join()).isInstanceOf(Appended.class);
            }
        }
    }

    @Test
    void rowsAreWrittenWithTheAppendAndNotWithoutIt() {
        database.sql("create table note (text text)");
        database.sql("create function add_notes(rows jsonb[]) returns void language sql"
                + " as $$ insert into note select r->>'text' from unnest(rows) as r $$");
        var taken = newStream();
        appended(append(taken, 0, 1));
        var appends = new ArrayList<Append>();
        for (var i = 0; i < 10; i++) {
            appends.add(append(newStream(), 0, 1).with(new InlineRow("add_notes", "{\"text\":\"good\"}")));
        }
        appends.add(5, append(taken, 0, 1).with(new InlineRow("add_notes", "{\"text\":\"refused\"}")));

        together(appends);

        assertThat(database.number("select count(*) from note where text = 'good'"))
                .isEqualTo(10);
        assertThat(database.number("select count(*) from note where text = 'refused'"))
                .isZero();
    }

    @Test
    void aFunctionNameIsNeverRunAsSql() {
        var append = append(newStream(), 0, 1).with(new InlineRow("pg_sleep(10); select version", "{}"));

        assertThatThrownBy(() -> appended(append)).isInstanceOf(AppendRefused.class);
        assertThat(log.readStream(append.stream(), 0).await().indefinitely()).isEmpty();
    }

    @Test
    void eightyRacingCommandsOnTwentyStreamsAreAllDoneOnceWithoutAGap() {
        var streams = IntStream.range(0, 20).mapToObj(_ -> newStream()).toList();
        var logs = List.of(database.newLog(), database.newLog(), database.newLog());

        var racing = IntStream.range(0, 80)
                .mapToObj(i -> counting(logs.get(i % 3))
                        .execute(streams.get(i % 20), seen -> append(seen.stream(), seen.version(), 1))
                        .subscribeAsCompletionStage())
                .toList();

        assertThat(racing).allMatch(result -> result.join() instanceof Appended);
        for (var stream : streams) {
            assertThat(log.readStream(stream, 0).await().indefinitely())
                    .extracting(RecordedEvent::version)
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    private static Streams<RecordedEvent, Integer> counting(EventLog of) {
        return new Streams<>(of, event -> event, 0, (count, _) -> count + 1);
    }

    @Test
    void storedDataIsLiftedStepByStepToItsNewestShape() {
        var upcasting = database.newLog(
                new Upcaster(
                        "thing.renamed",
                        1,
                        data -> data.put("name", data.remove("n").asText())),
                new Upcaster(
                        "thing.renamed",
                        2,
                        data -> data.put("length", data.get("name").asText().length())));
        var stream = newStream();
        appended(Append.to(stream, 0, List.of(event("thing.renamed", "{\"n\":\"abc\"}")), METADATA));

        var read = upcasting.readStream(stream, 0).await().indefinitely().getFirst();

        assertThat(read.schemaVersion()).isEqualTo(3);
        assertThat(read.data()).isEqualTo("{\"name\":\"abc\",\"length\":3}");
    }

    @Test
    void setBasedWritersUnderTheLockRecordAtTheNextVersions() {
        var stream = newStream();
        appended(append(stream, 0, 2));

        database.pool()
                .withTransaction(connection -> connection
                        .query("select event_log.lock()")
                        .execute()
                        .flatMap(_ -> connection
                                .query("select event_log.record(event_log.now(), array['" + stream + "', '" + stream
                                        + "']::uuid[], array[gen_random_uuid(), gen_random_uuid()],"
                                        + " array['a', 'b'], array[1, 1], array['{}', '{}'], array['{}', '{}'],"
                                        + " array[now(), now()])")
                                .execute()))
                .await()
                .indefinitely();

        assertThat(log.readStream(stream, 2).await().indefinitely())
                .extracting(RecordedEvent::version, RecordedEvent::type)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3L, "a"), org.assertj.core.groups.Tuple.tuple(4L, "b"));
    }

    @Test
    void moreAppendsOfOneStreamThanAGroupTakesKeepTheirOrder() {
        var stream = newStream();
        var appends = IntStream.range(0, 30).mapToObj(i -> append(stream, i, 1)).toList();

        assertThat(together(appends)).allMatch(Appended.class::isInstance);
        assertThat(log.readStream(stream, 0).await().indefinitely())
                .extracting(RecordedEvent::id)
                .containsExactlyElementsOf(appends.stream()
                        .map(append -> append.events().getFirst().id())
                        .toList());
    }

    @Test
    void aResultArrivesOnTheContextOfItsCaller() {
        var callers = IntStream.range(0, 20)
                .mapToObj(
                        _ -> ((ContextInternal) TestDatabase.VERTX.getDelegate().getOrCreateContext()).duplicate())
                .toList();

        var arrivals = callers.stream()
                .map(caller -> {
                    var arrival = new CompletableFuture<Context>();
                    caller.runOnContext(_ -> log.append(append(newStream(), 0, 1))
                            .subscribe()
                            .with(_ -> arrival.complete(Vertx.currentContext()), arrival::completeExceptionally));
                    return arrival;
                })
                .toList();

        for (var i = 0; i < callers.size(); i++) {
            assertThat(arrivals.get(i).join()).isSameAs(callers.get(i));
        }
    }

    @Test
    void theServiceItselfMayNotRewriteHistory() {
        appended(append(newStream(), 0, 1));

        for (var rewriting : List.of("update event_log.event set data = '{}'", "delete from event_log.event")) {
            assertThatThrownBy(() -> database.sql(rewriting)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void theLogHasOneIdentity() {
        assertThat(log.id().await().indefinitely())
                .isEqualTo(database.newLog().id().await().indefinitely());
    }
}
