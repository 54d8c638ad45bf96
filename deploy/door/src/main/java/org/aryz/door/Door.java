package org.aryz.door;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;

/**
 * One stable port before a service that may run in many replicas: hands each connection to a replica that takes it, and
 * closes it where none does.
 */
public final class Door implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket entrance;
    private final Replicas replicas;

    private Door(ServerSocket entrance, Replicas replicas) {
        this.entrance = entrance;
        this.replicas = replicas;
    }

    /** Opens a door for each {@code port=host:port}, and keeps them open. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Replicas come and go: a name is asked again for every second of connections, a failed look-up always.
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        var keepers = new ArrayList<Thread>();
        for (var argument : arguments) {
            var part = argument.split("[=:]", -1);
            if (part.length != 3) {
                throw new IllegalArgumentException(argument + " is not of the form port=host:port");
            }
            var door = open(Integer.parseInt(part[0]), Replicas.named(part[1], Integer.parseInt(part[2])));
            keepers.add(Thread.ofPlatform().start(door::keep));
        }
        for (var keeper : keepers) {
            keeper.join();
        }
    }

    static Door open(int port, Replicas replicas) throws IOException {
        return new Door(new ServerSocket(port), replicas);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Lets connections through until the door is closed. */
    void keep() {
        while (!entrance.isClosed()) {
            try {
                var guest = entrance.accept();
                Thread.startVirtualThread(() -> guide(guest));
            } catch (IOException e) {
                if (!entrance.isClosed()) {
                    System.err.println("port " + port() + ": " + e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void guide(Socket guest) {
        try (guest;
                var host = connect(replicas.now())) {
            var back = Thread.startVirtualThread(() -> pump(host, guest));
            pump(guest, host);
            back.join();
        } catch (IOException e) {
            System.err.println("port " + port() + ": " + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Socket connect(List<InetSocketAddress> addresses) throws IOException {
        var failure = new IOException("no replica is known");
        for (var address : addresses) {
            var socket = new Socket();
            try {
                socket.connect(address, CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = new IOException("no replica takes a connection, the last one: " + e.getMessage(), e);
            }
        }
        throw failure;
    }

    /** Carries bytes until one side has said all; a broken side ends both, for half an answer is none. */
    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            abandon(from);
            abandon(to);
        }
    }

    private static void abandon(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is broken already, which is why it is closed
        }
    }
}
