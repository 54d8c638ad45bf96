package org.aryz.deadline.view.horizon;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aryz.deadline.view.Board;
import org.aryz.deadline.view.Pages;
import org.aryz.deadline.view.Place;
import org.aryz.eventlog.subscription.LeadingTask;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes what runs out to files, every so often and when asked, so that people can go on when everything else is down. One
 * replica does so; a file is replaced at once or not at all, and never by one that knows less than it should.
 */
@Singleton
public final class HorizonFiles {
    private static final Logger LOG = Logger.getLogger(HorizonFiles.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Pool pool;
    private final Board board;
    private final HorizonLedger ledger;
    private final HorizonSettings settings;
    private @Nullable LeadingTask task;

    HorizonFiles(Pool pool, Board board, HorizonLedger ledger, HorizonSettings settings) {
        this.pool = pool;
        this.board = board;
        this.ledger = ledger;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        settings.directory().ifPresent(directory -> {
            var rest = settings.every().compareTo(LONGEST_REST) < 0 ? settings.every() : LONGEST_REST;
            task = new LeadingTask(pool, "horizon-files", () -> turn(directory), rest, LEASE).start();
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (task != null) {
            task.close();
        }
    }

    private boolean turn(Path directory) {
        var state = ledger.state().await().atMost(PATIENCE);
        if (state.isDue(settings.every()) || !Files.exists(directory.resolve(HorizonFormats.PAGE.fileName()))) {
            if (state.current()) {
                write(directory, state.now());
            } else {
                LOG.warn(
                        "The board is behind the log: the files of the horizon stay as they are until it has caught up");
            }
        }
        return false;
    }

    private void write(Path directory, Instant now) {
        var horizon = Horizon.of(now, settings.days(), settings.every());
        var files = new ArrayList<HorizonFile>();
        try {
            Files.createDirectories(directory);
            for (var form : HorizonFormats.values()) {
                files.add(new HorizonFile(directory, form, horizon));
            }
            var rows = fill(files, horizon);
            for (var file : files) {
                file.keep();
            }
            ledger.made(now, rows).await().atMost(PATIENCE);
        } catch (IOException e) {
            LOG.errorf(
                    "The horizon can't be written to %s (%s)",
                    directory, e.getClass().getSimpleName());
            throw new UncheckedIOException(e);
        } finally {
            files.forEach(HorizonFiles::close);
        }
    }

    private long fill(List<HorizonFile> files, Horizon horizon) throws IOException {
        Place after = null;
        var written = 0L;
        List<Board.Entry> page;
        do {
            page = board.horizon(horizon.until(), after, Pages.ROWS).await().atMost(PATIENCE);
            for (var entry : page) {
                for (var file : files) {
                    file.write(entry);
                }
                after = entry.place();
            }
            written += page.size();
        } while (page.size() == Pages.ROWS);
        return written;
    }

    private static void close(HorizonFile file) {
        try {
            file.close();
        } catch (IOException e) {
            LOG.warnf(
                    "A file of the horizon was not tidied up (%s)", e.getClass().getSimpleName());
        }
    }
}
