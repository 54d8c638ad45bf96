package org.aryz.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.aryz.standalone.demo.Demo;
import org.aryz.standalone.demo.Mailbox;
import org.aryz.standalone.demo.PersonalData;
import org.aryz.standalone.demo.Records;
import org.aryz.standalone.part.Parts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The whole system, as {@code ./aryz up} starts it, does its main job. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackIT {

    private static final long MEMORY_LIMIT_IN_MEGABYTES = 4096;

    private final TestStack stack = TestStack.fresh();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @BeforeAll
    void runTheDemo() throws InterruptedException {
        assertThat(new Demo(stack.settings(), out).run()).isTrue();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    void everyLetterCameOnceAndGivesNobodyAway() {
        var people = PersonalData.ofTheDemo();
        var seen = new HashSet<String>();

        assertThat(new Mailbox(stack.settings()).all()).isNotEmpty().allSatisfy(mail -> {
            assertThat(people.in(mail.text())).isEmpty();
            assertThat(seen.add(mail.to() + mail.alert())).isTrue();
        });
    }

    /** The first one is fired when the stack has come up. */
    @Test
    @Order(1)
    void aTrialAlertCameTheWholeWayToItsMailboxAndTheHealthSaysSo() throws Exception {
        var mailbox = new Mailbox(stack.settings());
        await().atMost(Duration.ofSeconds(30)).until(() -> !mailbox.canaries().isEmpty());

        var fired = new Records(stack.settings())
                .texts(
                        "deadline",
                        "select '<canary.' || (data::json ->> 'alert') || '@aryz>' from event_log.event"
                                + " where type = 'firing.canary'");
        assertThat(mailbox.canaries()).extracting(Mailbox.Mail::id).isEqualTo(fired);
        var health = Http.send(
                HttpRequest.newBuilder(URI.create(stack.settings().url(Port.NOTIFICATION) + "/q/health/well")));
        assertThat(health.body().replaceAll("\\s", ""))
                .contains("{\"name\":\"Canary\",\"status\":\"UP\"", "\"secondsSinceArrival\":");
    }

    @Test
    @Order(1)
    void noLogOfAServiceGivesAnybodyAway() throws IOException {
        var people = PersonalData.ofTheDemo();
        for (var service : List.of("intake", "referral", "deadline", "notification", "kafka", "postgresql")) {
            assertThat(people.in(Files.readString(stack.log(service))))
                    .as(service)
                    .isEmpty();
        }
    }

    @Test
    @Order(1)
    void allOfItStaysUnderFourGigabytes() {
        var megabytes = Parts.of(stack.settings()).stream()
                .flatMap(part -> new Child(stack.settings().home(), part.name()).process().stream())
                .mapToLong(Memory::megabytes)
                .sum();

        assertThat(megabytes).isBetween(500L, MEMORY_LIMIT_IN_MEGABYTES);
    }

    @Test
    @Order(2)
    void afterARestartASecondDemoLosesAndDoublesNothingThoughEachServiceIsKilledInTheMidstOfIt() throws Exception {
        stack.close();
        stack.start();
        var demo = new DemoUnderFire(stack);

        assertThat(demo.run()).as(demo::told).isTrue();

        var records = new Records(stack.settings());
        assertThat(records.doubles()).isEmpty();
        assertThat(records.count("intake", "complaint.received")).isEqualTo(2 * Records.complaintsOfTheDemo());
        assertThat(records.count("referral", "referral.sent")).isEqualTo(2 * Records.stepsOfTheDemo("send-referral"));
    }
}
