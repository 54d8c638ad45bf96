package org.aryz.eventlog;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire between a client and the database. While it is cut, what is sent waits and arrives when it is mended; while it
 * refuses, connections break.
 */
public final class Wire implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<NetSocket> ends = new CopyOnWriteArrayList<>();
    private final NetServer server;
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean cut;
    private volatile boolean refusing;

    private Wire(String host, int port) {
        server = vertx.createNetServer().connectHandler(near -> {
            if (refusing) {
                refused.incrementAndGet();
                near.close();
                return;
            }
            keep(near.pause());
            vertx.createNetClient().connect(port, host).onSuccess(far -> {
                near.handler(far::write).closeHandler(_ -> far.close());
                far.handler(near::write).closeHandler(_ -> near.close());
                keep(far);
                if (!cut) {
                    near.resume();
                }
            });
        });
    }

    public static Wire to(String host, int port) {
        var wire = new Wire(host, port);
        wire.server
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return wire;
    }

    public int port() {
        return server.actualPort();
    }

    public void cut() {
        cut = true;
        ends.forEach(NetSocket::pause);
    }

    public void refuse() {
        refusing = true;
        ends.forEach(NetSocket::close);
    }

    /** How many connections were refused. */
    public int refused() {
        return refused.get();
    }

    public void mend() {
        cut = false;
        refusing = false;
        ends.forEach(NetSocket::resume);
    }

    private void keep(NetSocket end) {
        ends.add(end);
        if (cut) {
            end.pause();
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
