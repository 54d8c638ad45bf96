package org.aryz.intake.http;

import static org.aryz.intake.http.Intake.CASE_WORKER;
import static org.aryz.intake.http.Intake.SMALL;
import static org.aryz.intake.http.Intake.get;
import static org.aryz.intake.http.Intake.newKey;
import static org.aryz.intake.http.Intake.post;
import static org.aryz.intake.http.Intake.postOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.aryz.testplatform.PlatformResource;
import org.aryz.testplatform.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ListComplaintsIT {

    @Test
    void pagesCoverEveryComplaintOnceNewestFirst() {
        // given
        var partner = TestTokens.of("pages-org", "partner");
        var handedIn = IntStream.range(0, 7)
                .mapToObj(_ -> post(partner, "/complaints", SMALL).<String>path("id"))
                .toList();

        // when
        var seen = new ArrayList<String>();
        var next = "/complaints?limit=3";
        while (!next.isEmpty()) {
            var page = get(partner, next);
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("complaints.id"));
            next = linkToNext(page.header("Link"));
        }

        // then
        assertThat(seen).containsExactlyInAnyOrderElementsOf(handedIn).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void aPartnerSeesItsOwnAndTheCoalitionSeesAll() {
        var ours =
                post(TestTokens.of("list-org", "partner"), "/complaints", SMALL).<String>path("id");
        var theirs = post(TestTokens.of("other-org", "partner"), "/complaints", SMALL)
                .<String>path("id");

        get(TestTokens.of("list-org", "partner"), "/complaints")
                .then()
                .body("complaints.id", contains(ours))
                .body("complaints[0].organisation", is("list-org"))
                .body("complaints[0].status", is("received"))
                .body("complaints[0].version", is(1));
        get(CASE_WORKER, "/complaints?limit=200")
                .then()
                .body("complaints.id", hasItem(ours))
                .body("complaints.id", hasItem(theirs));
    }

    @Test
    void theListFollowsWhatHappensAndFilters() {
        // given
        var partner = TestTokens.of("filter-org", "partner");
        var triaged = post(partner, "/complaints", SMALL).<String>path("id");
        var kazakh =
                post(partner, "/complaints", SMALL.replace("\"KG\"", "\"KZ\"")).<String>path("id");

        // when
        postOn(1, CASE_WORKER, newKey(), "/complaints/" + triaged + "/triage", "{\"priority\":\"high\"}")
                .then()
                .statusCode(200);

        // then
        get(partner, "/complaints?status=triaged")
                .then()
                .body("complaints.id", contains(triaged))
                .body("complaints.priority", contains("high"))
                .body("complaints.version", contains(2));
        get(partner, "/complaints?jurisdiction=KZ").then().body("complaints.id", contains(kazakh));
        get(partner, "/complaints?status=received&jurisdiction=KG")
                .then()
                .body("complaints.id", everyItem(not(triaged)));
    }

    private static String linkToNext(@Nullable String link) {
        return link == null ? "" : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }
}
