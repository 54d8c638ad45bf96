package org.aryz.eventlog.postgres;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.event;
import static org.aryz.eventlog.Samples.key;
import static org.aryz.eventlog.Samples.newSigner;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.aryz.eventlog.Append;
import org.aryz.eventlog.AppendRefused;
import org.aryz.eventlog.AppendResult;
import org.aryz.eventlog.AppendResult.Appended;
import org.aryz.eventlog.AppendResult.Conflict;
import org.aryz.eventlog.AppendResult.KeyReused;
import org.aryz.eventlog.AppendResult.Repeated;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.InlineRow;
import org.aryz.eventlog.Receipt;
import org.aryz.eventlog.Samples;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.UuidV7;
import org.aryz.eventlog.seal.SealedUnit;
import org.aryz.eventlog.verify.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkImportIT {
    private static final String ODD = "{\"words\": \"\u0416\u04b0 \\\\ \ud83d\ude00\"}";

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = database.newLog();
    private Connection connection;
    private BulkImport bulk;

    @BeforeEach
    void open() throws SQLException {
        connection = database.connect();
        bulk = new BulkImport(connection);
        database.sql("create table imported (n bigint generated always as identity, json jsonb)");
        database.sql("create function add_imported(rows jsonb[]) returns void language sql as"
                + " 'insert into public.imported (json) select unnest(rows)'");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private static Append whole(StreamId stream, int events) {
        return append(stream, 0, events);
    }

    private AppendResult appended(Append append) {
        return log.append(append).await().indefinitely();
    }

    private long events() {
        return database.number("select count(*) from event_log.event");
    }

    @Test
    void streamsThatAreImportedAreReadAndContinuedLikeAnyOther() throws SQLException {
        var stream = newStream();
        var unit = new SealedUnit(UuidV7.next(), "note", new byte[] {1, 2, 3}, new byte[] {4});
        var first = event("thing.said", ODD, unit);
        var second = event("thing.done", "{}");

        bulk.append(List.of(whole(newStream(), 3), Append.to(stream, 0, List.of(first, second), "{\"a\":\"\u0416\"}")));
        appended(append(stream, 2, 1));

        var read = log.readStream(stream, 0).await().indefinitely();
        assertThat(read).hasSize(3);
        assertThat(read.getFirst().data()).isEqualTo(ODD);
        assertThat(read.getFirst().metadata()).isEqualTo("{\"a\":\"\u0416\"}");
        assertThat(read.getFirst().occurredAt()).isEqualTo(Samples.THEN);
        assertThat(read.getFirst().sealed().getFirst().ciphertext()).isEqualTo(unit.ciphertext());
        assertThat(database.number("select count(*) from sealing.unit_key where unit_id = $1", unit.id()))
                .isEqualTo(1);
        assertThat(new Verifier(newSigner().publicKey(), List.of(), _ -> {}).verify(database::connectAsSuperuser))
                .satisfies(verdict -> {
                    assertThat(verdict.finding()).isEmpty();
                    assertThat(verdict.events()).isEqualTo(6);
                });
    }

    @Test
    void eachCommandIsAnsweredWithTheVersionAndThePositionOfItsLastEvent() {
        var known = newStream();
        appended(append(known, 0, 2));
        var group = List.of(whole(newStream(), 2), append(known, 1, 4), append(known, 2, 1), whole(newStream(), 3));

        var results = bulk.append(List.of(group.get(0), group.get(1), group.get(3)));

        assertThat(results.get(0)).isInstanceOf(Appended.class);
        assertThat(results.get(1)).isEqualTo(new Conflict(2));
        for (var i : List.of(0, 2)) {
            var result = (Appended) results.get(i);
            var stream = List.of(group.get(0), group.get(1), group.get(3)).get(i).stream();
            assertThat(result.position())
                    .isEqualTo(database.number(
                            "select position from event_log.event where stream_id = $1 and version = $2",
                            stream.value(),
                            result.version()));
        }
        assertThat(events()).isEqualTo(7);
    }

    @Test
    void anImportThatIsBegunAgainAddsOnlyWhatIsNotThere() {
        var group = new ArrayList<Append>();
        for (var i = 0; i < 100; i++) {
            group.add(whole(newStream(), 2).once(key("import", "case " + i, "case", "answer " + i)));
        }
        bulk.append(group.subList(0, 40));

        var results = bulk.append(group);

        assertThat(results.subList(0, 40)).allMatch(Repeated.class::isInstance);
        assertThat(results.get(7)).isEqualTo(new Repeated("answer 7"));
        assertThat(results.subList(40, 100)).allMatch(Appended.class::isInstance);
        assertThat(events()).isEqualTo(200);
        assertThat(bulk.append(List.of(whole(newStream(), 1).once(key("import", "case 1", "another", "")))))
                .containsExactly(new KeyReused());
    }

    @Test
    void rowsOfAcceptedCommandsAreWrittenInTheirOrder() {
        var known = newStream();
        appended(append(known, 0, 1));
        var function = "public.add_imported";

        bulk.append(List.of(
                whole(newStream(), 1)
                        .with(new InlineRow(function, "{\"of\": 1}"), new InlineRow(function, "{\"of\": 2}")),
                append(known, 0, 1).with(new InlineRow(function, "{\"of\": 3}")),
                whole(newStream(), 1).with(new InlineRow(function, "{\"of\": 4}"))));

        assertThat(database.sql("select string_agg(json ->> 'of', ',' order by n) from public.imported")
                        .iterator()
                        .next()
                        .getString(0))
                .isEqualTo("1,2,4");
    }

    @Test
    void whatTheDatabaseDoesNotTakeLeavesNothingOfItsGroupBehindAndDoesNotHoldTheLock() {
        var refused = Append.to(newStream(), 0, List.of(event("thing.said", "{\"never\": \"\0\"}")), "{}");

        assertThatThrownBy(() -> bulk.append(List.of(whole(newStream(), 1), refused)))
                .isInstanceOf(AppendRefused.class)
                .hasMessageNotContaining("never");

        assertThat(events()).isZero();
        assertThat(appended(whole(newStream(), 1))).isInstanceOf(Appended.class);
        assertThat(bulk.append(List.of(whole(newStream(), 1)))).allMatch(Appended.class::isInstance);
    }

    @Test
    void aGroupWhoseCommandsDependOnOneAnotherIsNotTaken() {
        var stream = newStream();
        var once = key("import", "case", "case", "answer");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bulk.append(List.of(whole(stream, 1), append(stream, 1, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bulk.append(List.of(
                        whole(newStream(), 1).once(once), whole(newStream(), 1).once(once))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        bulk.append(List.of(whole(newStream(), 1).inAnswerTo(new Receipt("/referral/log/stream", 1)))));
    }
}
