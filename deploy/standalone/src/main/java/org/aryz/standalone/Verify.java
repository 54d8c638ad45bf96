package org.aryz.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.aryz.eventlog.chain.NoteKey;
import org.aryz.eventlog.verify.Finding;
import org.aryz.eventlog.verify.Notes;
import org.aryz.eventlog.verify.Verdict;
import org.aryz.eventlog.verify.Verifier;
import org.aryz.standalone.part.Stores;

/**
 * Verifies the history of one service or of all, or of any database: then {@code ARYZ_VERIFY_URL} is its JDBC address with
 * user and password, and {@code ARYZ_VERIFY_KEY} the public key of its checkpoints.
 */
final class Verify {

    private static final String URL = "ARYZ_VERIFY_URL";
    private static final String KEY = "ARYZ_VERIFY_KEY";

    private final Stores stores;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream progress;

    /** @param progress is told of each hundred thousand events */
    Verify(Stores stores, Map<String, String> environment, PrintStream out, PrintStream progress) {
        this.stores = stores;
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.progress = progress;
    }

    /** A database, its login where the address has none, and the key of its checkpoints. */
    private record Target(String name, String url, Properties login, NoteKey key) {}

    /** @param arguments {@code [SERVICE] [--checkpoint FILE]} */
    int run(List<String> arguments) {
        var option = arguments.indexOf("--checkpoint");
        if (option >= 0 && option != arguments.size() - 2) {
            throw new StackFailure("--checkpoint needs a FILE, and is the last option");
        }
        var notes = option < 0 ? List.<String>of() : notes(Path.of(arguments.getLast()));
        var targets = targets(option < 0 ? arguments : arguments.subList(0, option));
        if (!notes.isEmpty() && targets.size() > 1) {
            throw new StackFailure("Checkpoints are of one service: name it");
        }
        return targets.stream().filter(target -> !isSound(target, notes)).count() == 0 ? 0 : 1;
    }

    private List<Target> targets(List<String> names) {
        if (names.size() > 1 || !Stores.services().containsAll(names)) {
            throw new StackFailure("verify takes one of " + String.join(", ", Stores.services()));
        }
        var url = environment.get(URL);
        if (url != null) {
            return List.of(
                    new Target(names.isEmpty() ? "history" : names.getFirst(), url, new Properties(), givenKey()));
        }
        return (names.isEmpty() ? Stores.services() : names)
                .stream()
                        .map(name -> new Target(name, stores.url(name), stores.login(name), stores.key(name)))
                        .toList();
    }

    private NoteKey givenKey() {
        try {
            return NoteKey.parse(environment.getOrDefault(KEY, ""));
        } catch (IllegalArgumentException e) {
            throw new StackFailure(
                    "Set " + KEY + " to the public key that GET /history/key tells: " + e.getMessage(), e);
        }
    }

    private static List<String> notes(Path file) {
        try {
            return Notes.in(Files.readString(file));
        } catch (IOException e) {
            throw new StackFailure("The checkpoints in " + file + " can't be read", e);
        }
    }

    private boolean isSound(Target target, List<String> notes) {
        var begun = System.nanoTime();
        try {
            var verdict = new Verifier(
                            target.key, notes, events -> progress.println(target.name + ": " + events + " events"))
                    .verify(() -> DriverManager.getConnection(target.url, target.login));
            return tell(target.name, verdict, (System.nanoTime() - begun) / 1e9);
        } catch (SQLException | IllegalStateException e) {
            out.println(target.name + ": NOT VERIFIED, the store can't be read: " + e.getMessage());
            return false;
        }
    }

    private boolean tell(String name, Verdict verdict, double seconds) {
        var counted = String.format(
                Locale.ROOT,
                "%d events (%d sealed), %d streams, %d checkpoints, %d time stamps in %.1f s",
                verdict.events(),
                verdict.sealed(),
                verdict.streams(),
                verdict.checkpoints(),
                verdict.timeStamps(),
                seconds);
        if (verdict.finding().isPresent()) {
            out.println(name + ": NOT AS IT WAS, " + told(verdict.finding().get()) + "\n  after " + counted);
            return false;
        }
        if (verdict.events() == 0) {
            out.println(name + ": NOT VERIFIED, the store holds no events");
            return false;
        }
        out.println(name + ": verified " + counted);
        return true;
    }

    private static String told(Finding finding) {
        return finding.fault() + ": " + finding.text();
    }
}
