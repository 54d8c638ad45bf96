package org.aryz.testplatform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The Kafka broker of this JVM's tests; its topics are not created by themselves. */
public final class TestKafka {

    private final Server server;

    private TestKafka(Server server) {
        this.server = server;
    }

    /** The one broker of this JVM, started by the first who asks. */
    public static TestKafka shared() {
        return new TestKafka(Server.parse(Setting.sharedByTheJvm("aryz.test.kafka.taken", () -> {
            Server taken = Server.take(
                    Setting.of("aryz.test.kafka"), DockerServer.KAFKA, DockerServer::kafka, EmbeddedKafkaServer::fresh);
            new TestKafka(taken).awaitAnswer();
            return taken.format();
        })));
    }

    public String bootstrapServers() {
        return server.address();
    }

    /** Creates a topic unless it is there. */
    public void createTopic(String name, int partitions) {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Cuts the broker off at once, as a crash does. */
    public void stop() {
        server.stop();
    }

    /** Brings the broker back on the same port with its topics, and returns when it answers. */
    public void start() {
        server.start();
        awaitAnswer();
    }

    /** Lets the broker answer nobody, with all connections open. */
    public void freeze() {
        server.freeze();
    }

    /** Lets it go on, and returns when it answers. */
    public void thaw() {
        server.thaw();
        awaitAnswer();
    }

    /** Stops and starts. */
    public void restart() {
        stop();
        start();
    }

    private void awaitAnswer() {
        try (Admin admin = admin()) {
            Patience.until("Kafka answers", Duration.ofSeconds(60), () -> answers(admin));
        } catch (AssertionError e) {
            throw new AssertionError(server.lastWords(), e);
        }
    }

    /** A broker that still replays its log is not counted among the nodes. */
    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }
}
