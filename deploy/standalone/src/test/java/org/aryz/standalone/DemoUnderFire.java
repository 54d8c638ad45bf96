package org.aryz.standalone;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.aryz.standalone.demo.Demo;

/** The demo, while each service in turn is killed in the midst of its part of the work and started again. */
final class DemoUnderFire {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Which service is killed once the demo has told this. */
    private record Moment(String service, String told) {}

    private static final List<Moment> MOMENTS = List.of(
            new Moment("intake", "Beaten last night"),
            new Moment("referral", "caseworker: send referral"),
            new Moment("deadline", "A refusal that reached us"),
            new Moment("notification", "The local prosecutor is too near"));

    private final TestStack stack;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    DemoUnderFire(TestStack stack) {
        this.stack = stack;
    }

    /** Whether all happened that should have. */
    boolean run() {
        var demo = CompletableFuture.supplyAsync(this::play);
        for (var moment : MOMENTS) {
            await().atMost(PATIENCE).until(() -> told().contains(moment.told()));
            stack.kill(moment.service());
            stack.start();
        }
        return demo.join();
    }

    private boolean play() {
        try {
            return new Demo(stack.settings(), new PrintStream(told, true, StandardCharsets.UTF_8)).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the demo printed. */
    String told() {
        return told.toString(StandardCharsets.UTF_8);
    }
}
