package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.aryz.standalone.demo.Demo;
import org.aryz.standalone.demo.Records;
import org.junit.jupiter.api.Test;

/** A service that is killed in the middle of its work and started again loses nothing and does nothing twice. */
class KillIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Which service is killed once the demo has told this: in the midst of its part of the work. */
    private record Moment(String service, String told) {}

    private static final List<Moment> MOMENTS = List.of(
            new Moment("intake", "Beaten last night"),
            new Moment("referral", "caseworker: send referral"),
            new Moment("deadline", "A refusal that reached us"),
            new Moment("notification", "The local prosecutor is too near"));

    @Test
    void aServiceKilledDuringTheDemoLosesNothingAndDoublesNothing() throws Exception {
        try (var stack = TestStack.fresh()) {
            var told = new ByteArrayOutputStream();
            var demo = CompletableFuture.supplyAsync(() -> run(stack, told));
            for (var moment : MOMENTS) {
                await().atMost(PATIENCE).until(() -> has(told, moment.told()));
                stack.kill(moment.service());
                stack.start();
            }

            assertThat(demo.join())
                    .as(() -> told.toString(StandardCharsets.UTF_8))
                    .isTrue();
            var records = new Records(stack.settings());
            assertThat(records.doubles()).isEmpty();
            assertThat(records.count("intake", "complaint.received")).isEqualTo(Records.complaintsOfTheDemo());
            assertThat(records.count("referral", "referral.sent")).isEqualTo(Records.stepsOfTheDemo("send-referral"));
        }
    }

    private static boolean has(ByteArrayOutputStream told, String words) {
        return told.toString(StandardCharsets.UTF_8).contains(words);
    }

    private static boolean run(TestStack stack, ByteArrayOutputStream told) {
        try {
            return new Demo(stack.settings(), new PrintStream(told, true, StandardCharsets.UTF_8)).run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
