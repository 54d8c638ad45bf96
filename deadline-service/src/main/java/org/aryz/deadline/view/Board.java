package org.aryz.deadline.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Asks what runs out when, over all complaints that somebody may see. Every list is read in the order of an index. */
@ApplicationScoped
public class Board {
    /** More groups than this say nothing to anybody. */
    private static final int MOST_GROUPS = 1000;

    private static final String ROWS =
            """
            select deadline, complaint, reference, jurisdiction, regions, team, assignee, responsible, rule, reading, subject,
                   kind, shadow, due, due_at, last_safe_day, act_by, zone, confidence, caution, consequence, version, state,
                   severity
              from deadline.board""";

    private final Pool pool;

    public Board(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is asked for.
     *
     * @param state in which deadlines must be
     * @param from the first day, and
     * @param until the last on which they may end, in the zone of each
     * @param shadow only shadows or none of them; null for both
     */
    public record Question(
            Viewer viewer,
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Boolean shadow,
            Map<Facet, String> wanted) {
        public Question {
            wanted = Map.copyOf(wanted);
        }

        Selection selection() {
            var selection = new Selection()
                    .of(viewer)
                    .and("state = $", state)
                    .due(from, until)
                    .with(wanted);
            return shadow == null ? selection : selection.and("shadow = $", shadow);
        }
    }

    /**
     * A deadline on the board.
     *
     * @param responsible who has to act, as far as the facts tell: an organisation, an authority or another body
     * @param version of the complaint's stream when the dates were last told: grows with each change of them
     * @param severity of the alert that stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            UUID id,
            UUID complaintId,
            String reference,
            String jurisdiction,
            List<String> regions,
            @Nullable String team,
            @Nullable String assignee,
            @Nullable String responsible,
            String rule,
            String reading,
            String subject,
            String kind,
            boolean shadow,
            LocalDate due,
            Instant dueAt,
            LocalDate lastSafeDay,
            LocalDate actBy,
            String zone,
            String confidence,
            List<String> caution,
            String consequence,
            long version,
            String state,
            @Nullable String severity) {
        public Place place() {
            return new Place(dueAt, id);
        }

        static Entry of(Row row) {
            return new Entry(
                    row.getUUID("deadline"),
                    row.getUUID("complaint"),
                    row.getString("reference"),
                    row.getString("jurisdiction"),
                    Arrays.asList(row.getArrayOfStrings("regions")),
                    row.getString("team"),
                    row.getString("assignee"),
                    row.getString("responsible"),
                    row.getString("rule"),
                    row.getString("reading"),
                    row.getString("subject"),
                    row.getString("kind"),
                    row.getBoolean("shadow"),
                    row.getLocalDate("due"),
                    row.getOffsetDateTime("due_at").toInstant(),
                    row.getLocalDate("last_safe_day"),
                    row.getLocalDate("act_by"),
                    row.getString("zone"),
                    row.getString("confidence"),
                    Arrays.asList(row.getArrayOfStrings("caution")),
                    row.getString("consequence"),
                    row.getLong("version"),
                    row.getString("state"),
                    row.getString("severity"));
        }
    }

    /** How many deadlines have one value. */
    public record Count(String value, long count) {}

    /** In the order of their end. */
    public Uni<List<Entry>> list(Question question, @Nullable Place after, int rows) {
        return entries(question.selection().behind(after, ">"), rows);
    }

    /** Deadlines that run out before an instant, as far as somebody may see them. */
    public Uni<List<Entry>> horizon(Viewer viewer, Instant until, @Nullable Place after, int rows) {
        return entries(new Selection().of(viewer).and("state = 'open'").behind(after, ">"), until, rows);
    }

    /** Deadlines of all organisations that run out before an instant, each once. */
    public Uni<List<Entry>> horizon(Instant until, @Nullable Place after, int rows) {
        return entries(new Selection().and("own").and("state = 'open'").behind(after, ">"), until, rows);
    }

    private Uni<List<Entry>> entries(Selection selection, Instant until, int rows) {
        return entries(selection.and("due_at < $", until.atOffset(ZoneOffset.UTC)), rows);
    }

    private Uni<List<Entry>> entries(Selection selection, int rows) {
        return pool.preparedQuery(listing(selection, rows))
                .execute(selection.values())
                .map(Board::entries);
    }

    static String listing(Selection selection, int rows) {
        return ROWS + selection.where() + " order by due_at, deadline limit " + selection.value(rows);
    }

    private static List<Entry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(Entry::of).toList();
    }

    /** Days in their order, anything else by how often it occurs. A complaint in two regions counts in both. */
    public Uni<List<Count>> counts(Question question, Facet by) {
        var selection = question.selection();
        return pool.preparedQuery(counting(selection, by))
                .execute(selection.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Count(row.getString("value"), row.getLong("count")))
                        .toList());
    }

    static String counting(Selection selection, Facet by) {
        var order = by == Facet.DAY ? "1" : "2 desc, 1";
        return "select " + by.group() + " as value, count(*) as count from deadline.board" + by.join()
                + selection.where() + " group by 1 order by " + order + " limit " + selection.value(MOST_GROUPS);
    }
}
