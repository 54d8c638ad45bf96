package org.aryz.deadline.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The register of breaches: what was said once stays, whatever becomes of the deadline and of its complaint. */
@ApplicationScoped
public class Breaches {
    private static final String ROWS =
            """
            select deadline, due_at, due, complaint, reference, jurisdiction, regions, responsible, rule, rule_version, reading,
                   subject, kind, shadow, zone, confidence, caution, consequence, recorded_at
              from deadline.breach""";

    private final Pool pool;

    public Breaches(Pool pool) {
        this.pool = pool;
    }

    /**
     * What is asked for.
     *
     * @param from the first day, and
     * @param until the last on which the term ended, in the zone of each
     */
    public record Question(
            Viewer viewer,
            @Nullable UUID complaint,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Map<Facet, String> wanted) {
        public Question {
            wanted = Map.copyOf(wanted);
        }

        Selection selection() {
            var selection = new Selection().of(viewer).due(from, until).with(wanted);
            return complaint == null ? selection : selection.and("complaint = $", complaint);
        }
    }

    /**
     * A term that ran out.
     *
     * @param responsible who had to act, as far as the facts tell: an organisation, an authority or another body
     * @param breachedAt the instant at which it had run out
     * @param recordedAt when this was said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Breach(
            UUID deadlineId,
            UUID complaintId,
            String reference,
            String jurisdiction,
            List<String> regions,
            @Nullable String responsible,
            String rule,
            int ruleVersion,
            String reading,
            String subject,
            String kind,
            boolean shadow,
            LocalDate due,
            Instant breachedAt,
            Instant recordedAt,
            String zone,
            String confidence,
            List<String> caution,
            String consequence) {
        public Place place() {
            return new Place(breachedAt, deadlineId);
        }

        private static Breach of(Row row) {
            return new Breach(
                    row.getUUID("deadline"),
                    row.getUUID("complaint"),
                    row.getString("reference"),
                    row.getString("jurisdiction"),
                    Arrays.asList(row.getArrayOfStrings("regions")),
                    row.getString("responsible"),
                    row.getString("rule"),
                    row.getInteger("rule_version"),
                    row.getString("reading"),
                    row.getString("subject"),
                    row.getString("kind"),
                    row.getBoolean("shadow"),
                    row.getLocalDate("due"),
                    row.getOffsetDateTime("due_at").toInstant(),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    row.getString("zone"),
                    row.getString("confidence"),
                    Arrays.asList(row.getArrayOfStrings("caution")),
                    row.getString("consequence"));
        }
    }

    /** The latest first. */
    public Uni<List<Breach>> list(Question question, @Nullable Place after, int rows) {
        var selection = question.selection().behind(after, "<");
        var query = ROWS + selection.where() + " order by due_at desc, deadline desc limit " + selection.value(rows);
        return pool.preparedQuery(query).execute(selection.values()).map(found -> StreamSupport.stream(
                        found.spliterator(), false)
                .map(Breach::of)
                .toList());
    }
}
