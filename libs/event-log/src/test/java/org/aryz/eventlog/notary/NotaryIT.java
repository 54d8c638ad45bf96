package org.aryz.eventlog.notary;

import static org.aryz.eventlog.Samples.append;
import static org.aryz.eventlog.Samples.newSigner;
import static org.aryz.eventlog.Samples.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.TestDatabase;
import org.aryz.eventlog.chain.Leaf;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.chain.ProofCheck;
import org.aryz.testplatform.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotaryIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final NotarySettings OFTEN = new NotarySettings(Duration.ofMillis(20), 300, Duration.ofSeconds(5));

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private final EventLog log = database.newLog();
    private final Proofs proofs = new Proofs(database.pool());
    private final List<AutoCloseable> running = new ArrayList<>();
    private final NoteSigner signer = newSigner();

    @AfterEach
    void stop() throws Exception {
        for (var each : running) {
            each.close();
        }
        database.close();
    }

    private void notary(Witness... witnesses) {
        running.add(new Notary(database.newPool(2), signer, List.of(witnesses), OFTEN).start());
    }

    private void appendEvents(int commands, int each) {
        var results = new ArrayList<CompletionStage<?>>();
        for (var i = 0; i < commands; i++) {
            results.add(log.append(append(newStream(), 0, each)).subscribeAsCompletionStage());
        }
        results.forEach(result -> result.toCompletableFuture().join());
    }

    private Proofs.Signed checkpointOf(long size) {
        Patience.until("a checkpoint over " + size + " events", SOON, () -> newest().size() == size);
        return newest();
    }

    private Proofs.Signed newest() {
        return proofs.checkpoint().await().indefinitely().orElse(new Proofs.Signed(0, ""));
    }

    @Test
    void everyEventIsProvenInTheCheckpointThatIsSigned() {
        appendEvents(200, 3);
        notary();
        appendEvents(100, 3);

        var signed = checkpointOf(900);

        var checkpoint = signer.publicKey().open(signed.note());
        assertThat(checkpoint.size()).isEqualTo(900);
        for (var row : database.sql("select event_id from event_log.event order by position")) {
            var proof = proofs.inclusion(row.getUUID(0)).await().indefinitely().orElseThrow();
            var leaf = new Leaf(proof.position(), proof.recordedAt(), proof.hash());
            assertThat(ProofCheck.rootOf(leaf.hash(), proof.index(), 900, proof.path()))
                    .isEqualTo(checkpoint.root());
        }
        assertThat(proofs.inclusion(UUID.randomUUID()).await().indefinitely()).isEmpty();
    }

    @Test
    void eachCheckpointContinuesTheOneBefore() {
        notary();
        for (var round = 1; round <= 5; round++) {
            appendEvents(70, 1);
            checkpointOf(70L * round);
        }

        var notes = new ArrayList<String>();
        database.sql("select note from event_log.checkpoint order by size").forEach(row -> notes.add(row.getString(0)));

        assertThat(notes).hasSizeGreaterThanOrEqualTo(5);
        for (var i = 1; i < notes.size(); i++) {
            var from = signer.publicKey().open(notes.get(i - 1));
            var to = signer.publicKey().open(notes.get(i));
            var proof = proofs.consistency(from.size(), to.size()).await().indefinitely();
            assertThat(ProofCheck.isConsistent(from.size(), from.root(), to.size(), to.root(), proof))
                    .isTrue();
        }
    }

    @Test
    void twoReplicasSignEachSizeOnceAndOneGoesOnWhenTheOtherStops() throws Exception {
        var first = new CopyOnWriteArrayList<String>();
        var second = new CopyOnWriteArrayList<String>();
        notary(first::add);
        Patience.until(
                "the first leads",
                SOON,
                () -> database.number(
                                "select count(*) from event_log.subscription where name = 'notary' and leased_until > now()")
                        == 1);
        notary(second::add);
        appendEvents(10, 1);
        checkpointOf(10);
        Patience.until("the witness of the leader has it", SOON, () -> !first.isEmpty());
        assertThat(second).isEmpty();

        running.removeFirst().close();
        appendEvents(10, 1);
        checkpointOf(20);

        Patience.until("the witness of the next leader has it", SOON, () -> second.contains(newest().note()));
    }

    @Test
    void aWitnessThatIsAwayGetsTheNewestCheckpointLaterAndTheOthersDoNotWait() throws IOException {
        var patient = new CopyOnWriteArrayList<String>();
        var away = new Object() {
            private volatile boolean now = true;
        };
        Witness flaky = note -> {
            if (away.now) {
                throw new IllegalStateException("away");
            }
            patient.add(note);
        };
        notary(flaky, new DirectoryWitness(folder.resolve("notes")));
        appendEvents(5, 1);
        checkpointOf(5);
        Patience.until("the directory has it", SOON, () -> kept().contains(newest().note()));
        appendEvents(5, 1);
        var last = checkpointOf(10);

        away.now = false;

        Patience.until("the other has the last", SOON, () -> patient.contains(last.note()));
        assertThat(patient).doesNotHaveDuplicates();
        Patience.until("the directory has the last", SOON, () -> kept().endsWith(last.note()));
    }

    private String kept() {
        try (var files = Files.list(Files.createDirectories(folder.resolve("notes")))) {
            var texts = new StringBuilder();
            for (var file : files.sorted().toList()) {
                assertThat(file.getFileName().toString()).matches("aryz-test-1-\\d{4}-\\d\\d-\\d\\d\\.checkpoints");
                texts.append(Files.readString(file));
            }
            return texts.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
