package org.aryz.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.aryz.testplatform.TestPostgres;

/** PostgreSQL's own load generator, from the distribution: a script, as prepared statements, as often as it goes. */
public final class Pgbench {
    private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);

    private final TestPostgres.Database database;
    private final Path script;

    public Pgbench(TestPostgres.Database database, String script) throws IOException {
        this.database = database;
        this.script = Files.writeString(Files.createTempFile("pgbench", ".sql"), script);
        this.script.toFile().deleteOnExit();
    }

    /** What {@code pgbench --version} says. */
    public static String version() throws IOException, InterruptedException {
        try {
            return output(new ProcessBuilder("pgbench", "--version")).strip().replaceFirst("^pgbench ", "");
        } catch (IOException e) {
            throw new IOException("pgbench is missing: install your distribution's package of PostgreSQL's clients", e);
        }
    }

    /** Transactions per second with as many clients, by as many threads as there are processors. */
    public double perSecond(int clients, Duration time) throws IOException, InterruptedException {
        var pgbench = new ProcessBuilder(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                Integer.toString(Math.min(clients, Runtime.getRuntime().availableProcessors())),
                "-T",
                Long.toString(time.toSeconds()),
                "-f",
                script.toString(),
                "-h",
                database.host(),
                "-p",
                Integer.toString(database.port()),
                "-U",
                database.user(),
                database.name());
        pgbench.environment().put("PGPASSWORD", database.password());
        var said = output(pgbench);
        var rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IOException("pgbench failed: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    /** The best of several numbers of clients. */
    public double bestOf(Duration time, int... clients) throws IOException, InterruptedException {
        var best = 0.0;
        for (var number : clients) {
            best = Math.max(best, perSecond(number, time));
        }
        return best;
    }

    private static String output(ProcessBuilder program) throws IOException, InterruptedException {
        var process = program.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
