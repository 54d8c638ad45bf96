package org.aryz.eventlog.verify;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * All events in the order of position. One thread reads and others digest ahead of whoever takes the events, by a bounded
 * number of them.
 */
final class Digesting implements AutoCloseable {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final EventCopy copy;
    private final BlockingQueue<CompletableFuture<List<StoredEvent>>> ahead = new ArrayBlockingQueue<>(2 * THREADS);
    private final ExecutorService digesters = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("digest ", 1).factory());
    private final Thread reader =
            Thread.ofPlatform().daemon().name("read events").unstarted(this::read);

    Digesting(Connection connection) throws SQLException {
        copy = new EventCopy(connection);
        reader.start();
    }

    /** The next events; none after the last, and never called again then. */
    List<StoredEvent> next() throws SQLException {
        try {
            return ahead.take().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while events were read", e);
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void read() {
        try {
            var more = true;
            while (more) {
                more = digestAhead(copy.next());
            }
        } catch (SQLException | RuntimeException e) {
            end(e);
        } catch (InterruptedException _) {
            // nobody takes what is read any more
        }
    }

    /** The end, too, is told by digesting it: nothing. */
    private boolean digestAhead(List<ByteBuffer> rows) throws InterruptedException {
        ahead.put(CompletableFuture.supplyAsync(() -> digest(rows), digesters));
        return !rows.isEmpty();
    }

    private void end(Exception failure) {
        try {
            ahead.put(CompletableFuture.failedFuture(failure));
        } catch (InterruptedException _) {
            // nobody takes it any more
        }
    }

    private static List<StoredEvent> digest(List<ByteBuffer> rows) {
        return rows.stream().map(StoredEvent::parse).toList();
    }

    @Override
    public void close() throws SQLException {
        reader.interrupt();
        digesters.shutdownNow();
        try {
            reader.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        copy.cancel();
    }
}
