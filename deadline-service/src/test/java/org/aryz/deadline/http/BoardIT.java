package org.aryz.deadline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What runs out when, over all complaints of one organisation. */
@QuarkusTest
class BoardIT extends ServiceIT {
    private final String owner = "org-" + UUID.randomUUID();
    private final String friend = "friend-" + UUID.randomUUID();

    private Voice complaint() {
        return listed(known(new Voice().receives(this::received)));
    }

    private void ofOwner(ObjectNode data) {
        data.put("organisation", owner).put("occurredAt", Instant.now().toString());
        data.putArray("sharedWith").add(friend);
    }

    private void received(ObjectNode data) {
        ofOwner(data);
        var first = (ObjectNode) data.withArray("allegations").get(0);
        first.put("id", UUID.randomUUID().toString())
                .put("region", "KG-O")
                .put("earliest", today().minusDays(1).toString())
                .put("latest", today().minusDays(1).toString());
        data.putArray("allegations").add(first);
    }

    private ValidatableResponse board(String query) {
        return as(owner, "lawyer").get("/board?" + query).then().statusCode(200);
    }

    @Test
    void theNextToRunOutComesFirstAndEveryPageFollowsTheOneBefore() {
        complaint();
        complaint();
        var all = board("limit=200").extract();
        var next = "/board?limit=7";
        var seen = new ArrayList<String>();
        while (next != null) {
            var page = as(owner, "lawyer").get(next).then().statusCode(200).extract();
            seen.addAll(page.path("deadlines.id"));
            next = link(page.header("Link"));
        }

        assertThat(seen).hasSizeGreaterThan(14).containsExactlyElementsOf(all.path("deadlines.id"));
        assertThat(all.<List<String>>path("deadlines.dueAt")).isSorted();
        assertThat(all.<List<String>>path("deadlines.state")).containsOnly("open");
    }

    private static @Nullable String link(@Nullable String header) {
        return header == null ? null : header.substring(header.indexOf("/board"), header.indexOf('>'));
    }

    @Test
    void itIsNarrowedByWhatTheFactsTell() {
        var voice = complaint();
        voice.intake("complaint.triaged", data -> {
            ofOwner(data);
            data.put("team", "bishkek").put("assignee", "person-7");
        });
        untilListed(voice, "assignee = 'person-7' and state = 'met' and rule = 'CO-TRIAGE'");

        board("rule=KG-LIM-EG")
                .body("deadlines.rule", everyItem(equalTo("KG-LIM-EG")))
                .body("deadlines", hasSize(1));
        board("kind=watch").body("deadlines.kind", everyItem(equalTo("watch")));
        board("kind=duty&shadow=false").body("deadlines.rule", hasItems("EV-MED-24H", "KG-LIM-EG"));
        board("assignee=person-7&team=bishkek").body("deadlines.rule", hasItem("EV-MED-24H"));
        board("assignee=person-8").body("deadlines", empty());
        board("region=KG-O&jurisdiction=KG").body("deadlines.rule", hasItem("EV-MED-24H"));
        board("region=KG-C").body("deadlines", empty());
        board("responsible=" + owner).body("deadlines.rule", hasItem("KG-LIM-EG"));
        board("severity=warning").body("deadlines.rule", hasItem("EV-MED-24H"));
        board("state=met").body("deadlines.rule", contains("CO-TRIAGE"));
        board("until=" + today().plusDays(30)).body("deadlines.rule", not(hasItem("KG-LIM-EG")));
        board("from=" + today().plusYears(9)).body("deadlines.rule", hasItem("KG-LIM-EG"));
    }

    @Test
    void itIsCounted() {
        complaint();
        complaint();

        counts("by=rule&until=" + today().plusDays(20))
                .body("counts.find { it.value == 'EV-MED-14D' }.count", equalTo(2));
        counts("by=kind").body("counts.value", hasItem("duty"));
        counts("by=region").body("counts.value", contains("KG-O"));
        counts("by=assignee").body("counts.value", contains("none"));
        counts("by=severity&rule=KG-LIM-EG").body("counts[0].value", equalTo("none"));
        var days = counts("rule=EV-MED-14D").body("by", equalTo("day")).extract();
        assertThat(days.<List<String>>path("counts.value"))
                .containsExactly(today().plusDays(13).toString());
    }

    private ValidatableResponse counts(String query) {
        return as(owner, "lawyer").get("/board/counts?" + query).then().statusCode(200);
    }

    @Test
    void whoMaySeeAComplaintMaySeeItsDeadlinesAndNobodyElse() {
        var voice = complaint();

        as(friend, "lawyer").get("/board?limit=200").then().body("deadlines", not(empty()));
        as(friend, "partner").get("/board").then().body("deadlines", empty());
        as(owner, "partner").get("/board").then().body("deadlines", not(empty()));
        as("stranger", "coordinator").get("/board").then().statusCode(200).body("deadlines", empty());
        as("stranger", "coordinator").get("/board/counts?by=rule").then().body("counts", empty());

        var newFriend = "friend-" + UUID.randomUUID();
        voice.intake("consent.given", data -> {
            ofOwner(data);
            data.putArray("sharedWith").add(newFriend);
        });
        untilListed(voice, "viewer = '" + newFriend + "'");

        as(friend, "lawyer").get("/board").then().body("deadlines", empty());
        as(newFriend, "lawyer").get("/board").then().body("deadlines.rule", hasItems("EV-MED-24H", "CO-REFER"));
    }

    @Test
    void theAuthorityThatHasAReferralBeforeItIsResponsibleForWhatItOwes() {
        var voice = complaint();

        voice.referral("referral.sent", data -> data.put("authority", "kg-prosecutor-general")
                .put("organisation", owner)
                .put("occurredAt", Instant.now().toString()));
        untilListed(voice, "rule = 'KG-REG-24H'");

        board("responsible=kg-prosecutor-general").body("deadlines.rule", hasItem("KG-REG-24H"));
    }

    @Test
    void aBreachIsStillThereWhenItsComplaintIsClosed() {
        var voice = new Voice().receives(data -> {
            received(data);
            data.put("occurredAt", Instant.now().minus(30, ChronoUnit.HOURS).toString());
        });
        untilListed(voice, "rule = 'CO-TRIAGE' and state = 'breached'");
        board("state=breached").body("deadlines.rule", hasItems("CO-TRIAGE", "EV-PHOTO-24H"));

        voice.intake("complaint.closed", data -> {
            ofOwner(data);
            data.put("occurredAt", Instant.now().toString());
        });
        untilListed(voice, "rule = 'CO-TRIAGE' and state = 'ended'");

        board("state=breached").body("deadlines.rule", not(hasItem("CO-TRIAGE")));
        as(owner, "auditor")
                .get("/breaches?rule=CO-TRIAGE&kind=duty&complaint=" + voice.complaint)
                .then()
                .statusCode(200)
                .body("breaches", hasSize(1))
                .body("breaches[0].complaintId", equalTo(voice.complaint.toString()))
                .body("breaches[0].responsible", equalTo(owner))
                .body("breaches[0].confidence", equalTo("D"))
                .body("breaches[0].subject", equalTo("complaint"));
        as("stranger", "auditor").get("/breaches").then().body("breaches", empty());
        var csv = as(owner, "auditor")
                .get("/breaches.csv?rule=CO-TRIAGE")
                .then()
                .statusCode(200)
                .extract();
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.asString().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("reference,jurisdiction,regions,rule,");
        assertThat(csv.asString()).contains(",KG-O,CO-TRIAGE,");
        assertThat(as("stranger", "auditor").get("/breaches.csv").asString().lines())
                .hasSize(1);
    }

    @Test
    void whatCannotBeAskedIsRefusedByName() {
        for (var query : List.of(
                "state=late",
                "until=tomorrow",
                "from=2026-13-01",
                "shadow=maybe",
                "limit=0",
                "after=x",
                "region=" + "x".repeat(201))) {
            as(owner, "lawyer")
                    .get("/board?" + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].parameter", equalTo(query.substring(0, query.indexOf('='))));
        }
        as(owner, "lawyer").get("/board/counts?by=colour").then().statusCode(400);
        as(owner, "lawyer").get("/breaches?complaint=x").then().statusCode(400);
    }

    private static Voice listed(Voice voice) {
        return untilListed(voice, "rule = 'CO-TRIAGE' and severity is not null");
    }
}
