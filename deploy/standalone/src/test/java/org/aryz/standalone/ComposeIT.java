package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.aryz.standalone.demo.Demo;
import org.junit.jupiter.api.Test;

/** The same system in containers, with two replicas of the deadline service, does its main job. */
class ComposeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<Port> SERVICES = List.of(Port.INTAKE, Port.REFERRAL, Port.DEADLINE, Port.NOTIFICATION);

    @Test
    void theDemoRunsAgainstContainersWithTwoReplicasOfTheDeadlineService() throws Exception {
        var obstacle = ComposedStack.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);

        try (var stack = new ComposedStack(TestStack.freePorts())) {
            stack.compose("up", "-d", "--build", "--scale", "deadline-service=2");
            for (var service : SERVICES) {
                var ready = stack.settings().url(service) + "/q/health/ready";
                await().atMost(PATIENCE).until(() -> Http.isOk(ready));
            }

            var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            assertThat(new Demo(stack.settings(), out).run()).isTrue();
        }
    }
}
