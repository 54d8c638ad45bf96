package org.aryz.benchmarks.history;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aryz.benchmarks.Progress;
import org.aryz.benchmarks.Report;
import org.aryz.benchmarks.Rounds;
import org.aryz.benchmarks.Store;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.notary.Notary;
import org.aryz.eventlog.notary.NotarySettings;
import org.aryz.eventlog.seal.KeyFile;

/** Appends with chain and notary, beside the same appends to a store whose events keep only their own digest. */
final class ChainBesideNone implements Row {
    private static final int IN_FLIGHT = 256;
    private static final String APPEND = "select pg_get_functiondef('event_log.append'::regproc)";
    /** What makes the hash of an event from that of the one before it. */
    private static final Pattern CHAINED =
            Pattern.compile("event_log\\.chain\\(.*?\\) over \\(partition by command order by n\\)");

    @Override
    public List<List<String>> measure(Scale scale, Progress progress) throws Exception {
        try (var chained = Appending.toFreshStore();
                var loose = Appending.toFreshStore();
                var _ = notary(chained.store()).start()) {
            takeChainAway(loose.store());
            var rounds = new Rounds()
                    .of("chained and sealed", () -> chained.perSecond(IN_FLIGHT, scale.time()))
                    .of("neither", () -> loose.perSecond(IN_FLIGHT, scale.time()))
                    .run(scale.rounds(), progress);
            return List.of(Report.ratio(
                    "append, 256 in flight, chained, sealed every 2 s",
                    rounds.figure("chained and sealed"),
                    "the same, no hash of what was before, no tree",
                    rounds.figure("neither"),
                    0.9));
        }
    }

    private static void takeChainAway(Store store) throws Exception {
        var append = store.value(APPEND);
        var without = CHAINED.matcher(append).replaceFirst(Matcher.quoteReplacement("digest"));
        if (without.equals(append)) {
            throw new IllegalStateException(
                    "event_log.append does not chain as it did: this measurement must follow it");
        }
        store.execute(without);
    }

    static Notary notary(Store store) throws Exception {
        var settings = new NotarySettings(Duration.ofSeconds(2), 16_384, Duration.ofSeconds(30));
        return new Notary(store.pool(2), signer(), List.of(), settings);
    }

    static NoteSigner signer() throws Exception {
        var key = Files.writeString(Files.createTempFile("aryz-key", ".txt"), KeyFile.newKey());
        key.toFile().deleteOnExit();
        return NoteSigner.withKeyFile("aryz/bench/1", key);
    }
}
