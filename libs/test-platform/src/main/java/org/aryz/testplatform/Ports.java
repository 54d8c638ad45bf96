package org.aryz.testplatform;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for servers under test. */
public final class Ports {

    // Below the ports that outgoing connections get: a client that knocks on such a port before the server is up may be
    // given that
    // very port for itself, and then the server cannot have it.
    private static final int FIRST = 15_000;
    private static final int END = 32_000;

    private Ports() {}

    /** A port nobody listens on now. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // taken: another one
            }
        }
    }
}
