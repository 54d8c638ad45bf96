package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aryz.deadline.AmendedRule;
import org.aryz.deadline.Contract;
import org.aryz.deadline.http.PublicRecords.Said;
import org.aryz.deadline.lawchange.LawBook;
import org.aryz.deadline.lawchange.LawChange;
import org.aryz.deadline.lawchange.application.LawChanges;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.TestTokens;
import org.junit.jupiter.api.Test;

/** The law changes while the service runs: proposed, tried out, applied by another person. */
@QuarkusTest
@TestProfile(LawChangesIT.DatabaseOfItsOwn.class)
class LawChangesIT extends ServiceIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final String RULE = "CO-TRIAGE";

    @Inject
    LawChanges changes;

    /** What is law here must be law in no other test. */
    public static class DatabaseOfItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("aryz.law.demo-sign-offs", "false");
        }
    }

    @Test
    void aShorterTermIsTriedOutThenAppliedByASecondPersonAndSaysWhatIsLate() {
        var received = Instant.now().minus(7, ChronoUnit.HOURS);
        var voices = Stream.generate(() -> known(new Voice().receives(received, today(), today())))
                .limit(5)
                .toList();
        var voice = voices.getFirst();
        var before = events(voice);

        var id =
                propose("first", rules(RULE, "PT12H")).statusCode(202).extract().<String>path("id");
        awaitState(id, "examined")
                .body("progress.lookedAt", greaterThanOrEqualTo(voices.size()))
                .body("result.moved", greaterThanOrEqualTo(voices.size()))
                .body("result.alertsAtOnce", greaterThanOrEqualTo(voices.size()));
        person("second")
                .get("/law-changes/{id}/moves?limit=2", id)
                .then()
                .statusCode(200)
                .header("Link", containsString("after="))
                .body("moves.size()", equalTo(2));
        person("second")
                .get("/law-changes/{id}/moves?limit=200", id)
                .then()
                .body("moves.find { it.complaintId == '%s' }.rule".formatted(voice.complaint), equalTo(RULE))
                .body(
                        "moves.find { it.complaintId == '%s' }.alertsAtOnce".formatted(voice.complaint),
                        hasItem("-PT6H"));
        assertThat(events(voice)).isEqualTo(before);

        apply("first", id).statusCode(403).body("type", endsWith("second-person-required"));
        apply("second", id).statusCode(202).body("decidedBy", equalTo("second"));
        awaitState(id, "applied");

        var said = PublicRecords.about(voice.complaint, "alert.raised " + RULE + " -PT6H");
        assertThat(said)
                .filteredOn(each -> each.is("deadline.recalculated", RULE))
                .singleElement()
                .satisfies(moved -> assertMoved(moved, id));
        person("second")
                .get("/rules/" + RULE)
                .then()
                .body("rules.version", hasItem(2))
                .body(
                        "rules.find { it.version == 1 }.inForceTo",
                        equalTo(yesterday().toString()));
        assertThat(told("law.revised", id).path("rules"))
                .extracting(rule -> rule.path("rule").asText() + " " + rule.path("version"))
                .containsExactlyInAnyOrder(RULE + " 1", RULE + " 2");
        nothingIsSaidTwiceWhenTheWorkWasCutOff(id, voice);
    }

    /** What the topic says of a change that became law: once, and as approved. */
    private static ObjectNode told(String type, String change) {
        var stream = UUID.fromString(text("select deadline.revision_stream(?)", type));
        var said = PublicRecords.about(stream, type, all -> all.stream().anyMatch(each -> tells(each, change)));

        assertThat(said).filteredOn(each -> tells(each, change)).singleElement().satisfies(each -> {
            assertThat(each.type()).isEqualTo(type);
            assertThat(new Contract(PublicRecords.TOPIC, type).errors(each.data()))
                    .isEmpty();
        });
        return said.stream()
                .filter(each -> tells(each, change))
                .findFirst()
                .orElseThrow()
                .data();
    }

    private static boolean tells(Said said, String change) {
        return said.data().path("change").asText().equals(change);
    }

    private static void assertMoved(Said moved, String change) {
        assertThat(moved.data().path("reason").asText()).isEqualTo("house-rule-changed");
        assertThat(moved.data().path("correlationId").asText()).isEqualTo(change);
        assertThat(moved.data().path("actor").asText()).isEqualTo("second");
        assertThat(moved.data().path("ruleVersion").asInt()).isEqualTo(2);
    }

    /** What a process that is killed leaves: decisions that are told, and no note of them. */
    private static void nothingIsSaidTwiceWhenTheWorkWasCutOff(String id, Voice voice) {
        var after = events(voice);
        change(
                """
                update deadline.law_change set state = 'applying', looked_at = 0,
                       reached = '00000000-0000-0000-0000-000000000000' where change = ?""",
                UUID.fromString(id));
        awaitState(id, "applied");
        change("insert into deadline.behind (complaint) values (?)", voice.complaint);
        Patience.until(
                "nobody is behind the law", LONG_ENOUGH, () -> number("select count(*) from deadline.behind") == 0);
        assertThat(events(voice)).isEqualTo(after);
    }

    @Test
    void aFeastDayThatIsConfirmedMovesWhatEndsOnIt() {
        var voice = known(new Voice().receives(today(), today()));
        voice.referral("referral.registered", data -> data.put("occurredAt", "2027-03-06"));
        Patience.until("the registration is known", LONG_ENOUGH, () -> due(voice) != null);
        assertThat(due(voice)).isEqualTo("2027-03-09");

        var id = propose(
                        "first",
                        """
                        {"reason": "feast-day-confirmed",
                         "days": [{"country": "KG", "date": "2027-03-09", "what": "day-off", "kind": "islamic",
                                   "name": "Orozo Ait"}]}""")
                .statusCode(202)
                .extract()
                .<String>path("id");
        awaitState(id, "examined").body("result.shifts.find { it.days == 1 }.deadlines", equalTo(2));
        person("second")
                .get("/law-changes/{id}/moves", id)
                .then()
                .body("moves.rule", hasItems("KG-DEC-2021", "EV-FORENSIC-ORDER"));
        apply("second", id).statusCode(202);
        awaitState(id, "applied");

        assertThat(due(voice)).isEqualTo("2027-03-10");
        assertThat(told("calendar.revised", id)
                        .path("days")
                        .path(0)
                        .path("date")
                        .asText())
                .isEqualTo("2027-03-09");
        apply("third", id).statusCode(409).body("type", endsWith("law-change-decided"));
    }

    @Test
    void aRuleThatCannotBeIsNamedWithItsField() {
        propose("first", rules(RULE, "12 hours"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/rules"))
                .body("errors[0].detail", containsString("rule " + RULE + ", field period"));
        propose("first", "{\"reason\": \"nothing\"}").statusCode(422);
        propose(
                        "first",
                        """
                        {"reason": "too-far",
                         "days": [{"country": "KG", "date": "2099-01-01", "what": "day-off", "kind": "islamic"}]}""")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/days/0/date"));
    }

    @Test
    void aChangeCanBeRejectedAndIsThenNoMoreApplied() {
        var id = propose("first", rules("CO-SAFETY", "P3D"))
                .statusCode(202)
                .extract()
                .<String>path("id");
        awaitState(id, "examined");
        send("first", "{\"reason\": \"not-needed\"}")
                .post("/law-changes/{id}/reject", id)
                .then()
                .statusCode(202)
                .body("state", equalTo("rejected"));

        apply("second", id).statusCode(409);
    }

    @Test
    void anotherTimeZoneDatabaseIsTriedOutByItselfAndWaitsForAPerson() {
        var book = changes.noteZoneData("2099z").await().atMost(LONG_ENOUGH);
        assertThat(book.zoneDataAwaiting()).contains("2099z");

        var id = book.all().stream()
                .filter(change -> change.by().equals(LawBook.SERVICE))
                .map(LawChange::id)
                .findFirst()
                .orElseThrow()
                .toString();
        awaitState(id, "examined").body("kind", equalTo("time-zone-database")).body("result.moved", equalTo(0));
        Patience.until("the health says so", LONG_ENOUGH, () -> RestAssured.get("/q/health/ready")
                .asString()
                .replace(" ", "")
                .contains("\"waitsForAPerson\":true"));
        apply("first", id).statusCode(202);
        awaitState(id, "applied");
        assertThat(told("calendar.revised", id).path("zoneData").asText()).isEqualTo("2099z");
    }

    private static String rules(String rule, String period) {
        var text = AmendedRule.of(rule, period, yesterday().plusDays(1))
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n");
        return "{\"reason\": \"house-rule-changed\", \"rules\": \"%s\"}".formatted(text);
    }

    /** The complaints came today or in the last hours of yesterday. */
    private static LocalDate yesterday() {
        return today().minusDays(2);
    }

    private static String due(Voice voice) {
        return lawyer().get("/complaints/{id}/deadlines", voice.complaint)
                .then()
                .extract()
                .path("deadlines.find { it.rule == 'KG-DEC-2021' }.due");
    }

    private static ValidatableResponse awaitState(String id, String state) {
        Patience.until(
                "the change is " + state,
                LONG_ENOUGH,
                () -> state.equals(person("second")
                        .get("/law-changes/{id}", id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("state")));
        return person("second").get("/law-changes/{id}", id).then();
    }

    private static ValidatableResponse propose(String person, String body) {
        return send(person, body).post("/law-changes").then();
    }

    private static ValidatableResponse apply(String person, String id) {
        return send(person, "").post("/law-changes/{id}/apply", id).then();
    }

    private static RequestSpecification send(String person, String body) {
        return person(person)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body);
    }

    private static RequestSpecification person(String name) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.of(name, "coalition", Duration.ofHours(1), "administrator"));
    }

    private static void change(String statement, Object... parameters) {
        number("with changed as (" + statement + " returning 1) select count(*) from changed", parameters);
    }
}
