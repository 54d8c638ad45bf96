package org.aryz.eventlog.notary;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newSigner;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.chain.Checkpoint;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.chain.TimeStamp;
import org.aryz.eventlog.verify.Fault;
import org.aryz.eventlog.verify.Finding;
import org.aryz.eventlog.verify.Verdict;
import org.aryz.eventlog.verify.Verifier;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimeStampIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final NotarySettings OFTEN = new NotarySettings(Duration.ofMillis(20), 300, Duration.ofSeconds(5));

    private final TestDatabase database = TestDatabase.create();
    private final NoteSigner signer = newSigner();
    private final Authority authority = new Authority();

    TimeStampIT() throws IOException {}

    @AfterEach
    void stop() {
        authority.close();
        database.close();
    }

    private Notary notary(URI at, Duration rest) {
        return new Notary(database.newPool(2), signer, List.of(new TimeStampWitness(at, rest, database.pool())), OFTEN)
                .start();
    }

    private void appendEvents(int count) {
        database.newLog().append(append(newStream(), 0, count)).await().indefinitely();
    }

    private long stored() {
        return database.number("select count(*) from event_log.time_stamp");
    }

    private void stampOne() {
        appendEvents(3);
        try (var _ = notary(authority.address(), Duration.ofHours(1))) {
            Patience.until("a checkpoint is stamped", SOON, () -> stored() == 1);
        }
    }

    private Verdict verify() throws SQLException {
        return new Verifier(signer.publicKey(), List.of(), _ -> {}).verify(database::connectAsSuperuser);
    }

    @Test
    void theStampIsOverTheCheckpointThatFollowsFromTheEvents() throws SQLException {
        var before = Instant.now().minusSeconds(1);

        stampOne();

        var row = database.sql("select token, note from event_log.time_stamp natural join event_log.checkpoint")
                .iterator()
                .next();
        var stamp = TimeStamp.parse(row.getBuffer(0).getBytes());
        assertThat(stamp.isOver(signer.publicKey().open(row.getString(1)))).isTrue();
        assertThat(stamp.isOver(new Checkpoint(signer.publicKey().name(), 3, new byte[32])))
                .isFalse();
        assertThat(stamp.time()).isAfter(before).isBefore(Instant.now().plusSeconds(1));
        assertThat(verify())
                .matches(Verdict::isSound)
                .extracting(Verdict::timeStamps)
                .isEqualTo(1L);
    }

    @Test
    void theAuthorityIsAskedSeldomAndThenForTheNewestCheckpoint() {
        appendEvents(3);
        try (var _ = notary(authority.address(), Duration.ofMillis(300))) {
            Patience.until("the first is stamped", SOON, () -> stored() == 1);
            appendEvents(2);
            Patience.until(
                    "the newest is stamped",
                    SOON,
                    () -> database.number("select max(size) from event_log.time_stamp") == 5);
        }
        assertThat(authority.stamps()).isEqualTo(2);
    }

    @Test
    void anAuthorityThatIsAwayIsTriedAgainAndSeen() {
        appendEvents(3);
        try (var notary = notary(URI.create("http://localhost:1/"), Duration.ofHours(1))) {
            Patience.until("the failure is seen", SOON, () -> notary.witnesses()
                    .getFirst()
                    .failing());
            assertThat(notary.witnesses()).extracting(WitnessStatus::name).containsExactly("TimeStampWitness");
        }
        assertThat(stored()).isZero();
    }

    @Test
    void aStampOverAnotherHistoryIsFound() throws SQLException {
        stampOne();
        var other = TimeStamp.ask(new Checkpoint(signer.publicKey().name(), 3, new byte[32]));
        var forged = other.tokenIn(authority.stamp(other.bytes()));
        try (var connection = database.connectAsSuperuser();
                var statement = connection.prepareStatement("update event_log.time_stamp set token = ?")) {
            connection.createStatement().execute("alter table event_log.time_stamp disable trigger all");
            statement.setBytes(1, forged);
            statement.execute();
        }

        assertThat(verify().finding()).map(Finding::fault).contains(Fault.BAD_TIME_STAMP);
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        var asked = TimeStamp.ask(new Checkpoint("aryz/test/1", 1, new byte[32]));
        var other = TimeStamp.ask(new Checkpoint("aryz/test/1", 2, new byte[32]));

        assertThatIllegalArgumentException().isThrownBy(() -> asked.tokenIn(authority.stamp(other.bytes())));
        assertThatIllegalArgumentException().isThrownBy(() -> asked.tokenIn(new byte[] {1, 2}));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeStamp.parse(new byte[] {1, 2}));
    }
}
