package org.aryz.deadline.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.aryz.testplatform.Patience;
import org.aryz.testplatform.PlatformResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However many deadlines there are, a page is read off an index and nothing is sorted. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class BoardPlanIT {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final LocalDate START = LocalDate.of(2031, 1, 1);
    private static final Viewer VIEWER = new Viewer("plan-1", true);

    /** 120,000 of three organisations, over four years. */
    private static final String ROWS =
            """
            insert into deadline.board (generation, viewer, own, deadline, complaint, reference, jurisdiction, regions, team,
                assignee, responsible, rule, rule_version, reading, subject, kind, shadow, due, due_at, last_safe_day, act_by,
                zone, confidence, caution, consequence, version, standing, breached, severity)
            select (select event_log.visible_generation('board')), 'plan-' || n % 3, n % 2 = 0, gen_random_uuid(),
                   gen_random_uuid(), 'KG-' || n, 'KG', array['KG-' || n % 9], 'team',
                   'person-' || n % 500, 'org', 'RULE-' || n % 40, 1, 'plain', 'complaint',
                   case n % 2 when 0 then 'duty' else 'watch' end, n % 5 = 0, d, d + time '18:00' at time zone 'UTC', d, d,
                   'Asia/Bishkek', 'B', '{}', 'none', 1, case n % 10 when 9 then 'met' else 'open' end, n % 10 = 8, null
              from (select n, date '2031-01-01' + n % 1460 as d from generate_series(1, 120000) n) days""";

    @Inject
    Pool pool;

    @BeforeEach
    void fill() throws SQLException {
        Patience.until("there is a board", LONG_ENOUGH, () -> generations() == 1);
        asOwner(ROWS);
        asOwner("vacuum analyze deadline.board_row");
    }

    @AfterEach
    void empty() throws SQLException {
        asOwner("delete from deadline.board where viewer like 'plan-%'");
    }

    private long generations() {
        return pool.query("select count(*) from event_log.generation where state = 'serving'")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    /** Only the owner may gather what the planner knows of a table. */
    private static void asOwner(String sql) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String plan(String sql, Selection selection) {
        var rows = pool.preparedQuery("explain (analyze, costs off) " + sql)
                .execute(selection.values())
                .await()
                .atMost(LONG_ENOUGH);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }

    private static Board.Question question(LocalDate until, Map<Facet, String> wanted) {
        return new Board.Question(VIEWER, "open", START, until, null, wanted);
    }

    @Test
    void aPageIsReadOffAnIndexInItsOrder() {
        var middle = new Place(START.plusDays(700).atStartOfDay().toInstant(ZoneOffset.UTC), UUID.randomUUID());
        for (var wanted : Map.of(
                        "all", Map.<Facet, String>of(),
                        "rule", Map.of(Facet.RULE, "RULE-7"),
                        "kind", Map.of(Facet.KIND, "duty", Facet.JURISDICTION, "KG"),
                        "region", Map.of(Facet.REGION, "KG-4"),
                        "assignee", Map.of(Facet.ASSIGNEE, "person-7"))
                .values()) {
            var selection = question(START.plusDays(1400), wanted).selection().behind(middle, ">");

            var plan = plan(Board.listing(selection, 51), selection);

            assertThat(plan).contains("Index Scan using board_by_").doesNotContain("Sort", "Seq Scan", "Bitmap");
        }
    }

    @Test
    void theHorizonOfAllIsReadOffItsOwnIndex() {
        var until = Instant.parse("2031-04-01T00:00:00Z").atOffset(ZoneOffset.UTC);
        var selection = new Selection().and("own").and("state = 'open'").and("due_at < $", until);

        var plan = plan(Board.listing(selection, Pages.ROWS), selection);

        assertThat(plan).contains("Index Scan using board_horizon").doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void daysAreCountedFromTheIndexAlone() {
        var selection = question(START.plusDays(60), Map.of(Facet.KIND, "duty")).selection();

        var plan = plan(Board.counting(selection, Facet.DAY), selection);

        assertThat(plan).contains("Index Only Scan using board_by_due").doesNotContain("Seq Scan");
    }
}
