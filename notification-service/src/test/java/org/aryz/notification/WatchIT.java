package org.aryz.notification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PublicVoice;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signs of life that come and fail to come, on real Kafka and a real mail server. */
@QuarkusTest
@TestProfile(WatchIT.Impatient.class)
class WatchIT extends WithMailServer {
    private static final String TOPIC = "aryz.deadlines";
    private static final String MAILBOX = "canary@mail.test";
    private static final UUID WATERMARKS = UUID.randomUUID();
    private static final UUID CANARIES = UUID.randomUUID();
    private static final PublicVoice FIRING = new PublicVoice(TOPIC, "deadline", WATERMARKS, WATERMARKS);
    private static final PublicVoice CANARY = new PublicVoice(TOPIC, "deadline", CANARIES, CANARIES);
    private static final AtomicLong WATERMARKS_SAID = new AtomicLong();
    private static final AtomicLong CANARIES_SAID = new AtomicLong();

    @Inject
    Pool pool;

    /** Misses a sign after seconds. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "aryz.watermark.patience", "PT5S",
                    "aryz.canary.mailbox", MAILBOX,
                    "aryz.canary.every", "PT4S",
                    "aryz.canary.patience", "PT1S");
        }
    }

    @BeforeEach
    void allIsWell() {
        sayWatermark(Instant.now());
        sayCanary(UUID.randomUUID());
        until(
                "all is well and said",
                () -> isWell("Watermark of firing")
                        && isWell("Canary")
                        && number("select count(*) from notification.alarm_letter") == 0
                        && number("select count(*) from notification.alarm where since is not null") == 0);
    }

    @Test
    void aWatermarkThatStandsStillRaisesOneAlarmAndItsMovingEndsIt() throws MessagingException, IOException {
        var before = alarms("watermark");
        var stands = Instant.now();
        sayWatermark(stands);
        until("the alarm is told to operator and coordinator", () -> alarms("watermark") == before + 2);
        sayWatermark(stands);
        until(
                "the watermark was heard again",
                () -> number("select sequence from event_log.inbox where source = '" + FIRING.source() + "'")
                        == WATERMARKS_SAID.get());
        assertThat(isWell("Watermark of firing")).isFalse();
        given().get("/q/health/ready").then().statusCode(200);

        sayWatermark(Instant.now());
        until("that all is well is told, too", () -> alarms("watermark") == before + 4);
        until("all is well", () -> isWell("Watermark of firing"));
        assertThat(subjectsTo("operator@mail.test"))
                .endsWith("Aryz ТРЕВОГА: оповещения могут не приходить", "Aryz: оповещения снова приходят")
                .hasSize(before / 2 + 2);
        assertThat(subjectsTo("tj-coordinator@mail.test"))
                .endsWith("Aryz КООПТУУ АБАЛ: эскертүүлөр келбей калышы мүмкүн", "Aryz: эскертүүлөр кайра келүүдө")
                .hasSize(before / 2 + 2);
        assertThat(mail.with("X-Aryz-Alarm", "watermark").getLast().getContent().toString())
                .doesNotContain("{");
    }

    @Test
    void aCanaryArrivesOnceAndIsNobodysAlert() {
        var canary = UUID.randomUUID();
        sayCanary(canary);
        CANARY.send("firing.canary", CANARIES_SAID.get(), canary(canary));
        until("the canary arrives", () -> !arrived(canary).isEmpty());
        var next = UUID.randomUUID();
        sayCanary(next);
        until("the next arrives", () -> !arrived(next).isEmpty());

        assertThat(arrived(canary)).extracting(MailServer::to).containsExactly(MAILBOX);
        given().auth()
                .oauth2(TestTokens.of("coalition", "coordinator"))
                .get("/alerts")
                .then()
                .statusCode(200)
                .body(not(containsString(canary.toString())));
        assertThat(number("select count(*) from event_log.event where data || metadata like '%" + canary + "%'"))
                .isZero();
        assertThat(number("select count(*) from notification.escalation")).isZero();
        given().get("/q/metrics").then().body(containsString("aryz_canary_lateness"));
    }

    @Test
    void aCanaryThatTheMailServerDoesNotTakeIsMissedAndArrivesLater() {
        mail.stop();
        var canary = UUID.randomUUID();
        sayCanary(canary);
        until("the canary is missed", () -> !isWell("Canary"));
        var before = alarms("canary");

        mail.start();
        until("the canary arrives", () -> !arrived(canary).isEmpty());
        until("the alarm and its end are told to both", () -> alarms("canary") >= before + 4);
        assertThat(number("select (lateness > 4)::int from notification.canary"))
                .isOne();
    }

    private List<String> subjectsTo(String address) {
        return mail.with("X-Aryz-Alarm", "watermark").stream()
                .filter(letter -> MailServer.to(letter).equals(address))
                .map(WatchIT::subject)
                .toList();
    }

    private static String subject(MimeMessage letter) {
        try {
            return letter.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<MimeMessage> arrived(UUID canary) {
        return mail.with("X-Aryz-Canary", canary.toString());
    }

    private int alarms(String kind) {
        return mail.with("X-Aryz-Alarm", kind).size();
    }

    private static void sayWatermark(Instant until) {
        var data = PublicVoice.sample(TOPIC, "firing.watermark").put("firedUntil", until.toString());
        FIRING.send(
                "firing.watermark",
                WATERMARKS_SAID.incrementAndGet(),
                data.toString().getBytes(UTF_8));
    }

    private static void sayCanary(UUID canary) {
        CANARY.send("firing.canary", CANARIES_SAID.incrementAndGet(), canary(canary));
    }

    private static byte[] canary(UUID canary) {
        return PublicVoice.sample(TOPIC, "firing.canary")
                .put("canary", canary.toString())
                .put("dueAt", Instant.now().toString())
                .toString()
                .getBytes(UTF_8);
    }

    private static boolean isWell(String check) {
        return "UP".equals(given().get("/q/health/well").path("checks.find { it.name == '" + check + "' }.status"));
    }

    private long number(String query) {
        return pool.query(query)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(SOON);
    }

    private static void until(String what, BooleanSupplier holds) {
        Patience.until(what, SOON, holds);
    }
}
