package org.aryz.notification;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A free port for the tests' mail server, the recipients of the tests, and short leases. */
public final class NotificationResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.mailer.port", Integer.toString(freePort()),
                "aryz.recipients.file", "src/test/resources/recipients.json",
                "aryz.recipients.fallback", "r-coordinator",
                "aryz.delivery.lease", "PT3S",
                "aryz.delivery.timeout", "PT2S",
                "aryz.escalation.lease", "PT3S");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
