package org.aryz.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class DoorTest {
    private ServerSocket echo;

    @BeforeEach
    void startAReplicaThatEchoes() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::answer);
    }

    @AfterEach
    void stopTheReplica() throws IOException {
        echo.close();
    }

    @Test
    void carriesWordsBothWaysAndTheEndOfEach() throws IOException {
        try (var door = opened(List.of(address(echo)))) {
            assertThat(say(door, "арыз ".repeat(50_000))).isEqualTo("арыз ".repeat(50_000));
        }
    }

    @Test
    void passesByAReplicaThatIsGone() throws IOException {
        var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        gone.close();
        try (var door = opened(List.of(address(gone), address(echo)))) {
            assertThat(say(door, "here")).isEqualTo("here");
        }
    }

    @Test
    void closesTheConnectionWhereNoReplicaIsThere() throws IOException {
        try (var door = opened(List.of());
                var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void knowsEveryAddressOfAName() throws IOException {
        assertThat(Replicas.named("localhost", 8081).now())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address.getPort()).isEqualTo(8081));
    }

    private static Door opened(List<InetSocketAddress> replicas) throws IOException {
        var door = Door.open(0, () -> replicas);
        Thread.startVirtualThread(door::keep);
        return door;
    }

    private static String say(Door door, String words) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            Thread.startVirtualThread(() -> send(socket, words));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void send(Socket socket, String words) {
        try {
            socket.getOutputStream().write(words.getBytes(UTF_8));
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InetSocketAddress address(ServerSocket socket) {
        return new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
    }

    private void answer() {
        while (!echo.isClosed()) {
            try (var guest = echo.accept()) {
                guest.getInputStream().transferTo(guest.getOutputStream());
            } catch (IOException _) {
                // the test has ended and closed the replica
            }
        }
    }
}
