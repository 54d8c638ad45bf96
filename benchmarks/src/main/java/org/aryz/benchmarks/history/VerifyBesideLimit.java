package org.aryz.benchmarks.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.aryz.benchmarks.Figure;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.notary.Notary;
import org.aryz.eventlog.notary.NotarySettings;
import org.aryz.eventlog.verify.Verifier;
import org.aryz.testplatform.Patience;

/** A whole store is verified: chain, tree and checkpoints. */
final class VerifyBesideLimit implements Row {
    private static final double WANTED = 300_000;

    private final StoredHistory history;

    VerifyBesideLimit(StoredHistory history) {
        this.history = history;
    }

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        var signer = ChainBesideNone.signer();
        progress.step("sealing");
        seal(signer);
        var rounds = new Rounds().of("verify", () -> verified(signer)).run(scale.rounds(), progress);
        return List.of(Report.ratio(
                "verify, chain, tree and checkpoints of %,d events in %,d streams, events/s"
                        .formatted(history.events(), history.events() / StoredHistory.EVENTS_PER_STREAM),
                rounds.figure("verify"),
                "a limit",
                new Figure(WANTED),
                1));
    }

    private void seal(NoteSigner signer) {
        var store = history.store();
        var settings = new NotarySettings(Duration.ofMillis(20), 16_384, Duration.ofSeconds(30));
        try (var _ = new Notary(store.pool(2), signer, List.of(), settings).start()) {
            Patience.until("all is sealed", Duration.ofMinutes(5), () -> store.value("select size from event_log.tree")
                    .equals(Integer.toString(history.events())));
        }
    }

    private double verified(NoteSigner signer) throws SQLException {
        var begin = System.nanoTime();
        var verdict = new Verifier(signer.publicKey(), List.of(), _ -> {}).verify(history.store()::connect);
        var seconds = (System.nanoTime() - begin) / 1e9;
        if (!verdict.isSound() || verdict.sealed() != history.events()) {
            throw new IllegalStateException("The store is not sound: " + verdict);
        }
        return history.events() / seconds;
    }
}
