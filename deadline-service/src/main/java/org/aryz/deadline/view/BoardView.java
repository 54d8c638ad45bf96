package org.aryz.deadline.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aryz.deadline.DeadlineEvent;
import org.aryz.deadline.DeadlineEvent.DeadlineBreached;
import org.aryz.deadline.DeadlineEvent.FactsNoted;
import org.aryz.deadline.application.StoredForm;
import org.aryz.eventlog.EventLog;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.StreamId;
import org.aryz.eventlog.projection.Projection;

/** Keeps the board and the register of breaches up to the log, a batch of events at a time. */
@ApplicationScoped
public class BoardView implements Projection {
    public static final String NAME = "board";

    private static final String STANDING =
            """
            select distinct on (deadline) deadline, due_at, version, standing, breached, severity, alert
              from deadline.board where deadline = any ($1) order by deadline""";

    private static final List<String> OF_COMPLAINTS =
            List.of("facts.", "deadline.", "limitation.", "complaint.", "alert.");

    private final StoredForm form;
    private final EventLog log;

    public BoardView(StoredForm form, EventLog log) {
        this.form = form;
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    /** An event as it was read, and as it was recorded. */
    private record Read(RecordedEvent recorded, DeadlineEvent event) {}

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<RecordedEvent> events) {
        var read = events.stream()
                .filter(BoardView::ofAComplaint)
                .map(recorded -> new Read(recorded, form.read(recorded)))
                .toList();
        var position = events.getLast().position();
        return complaints(read, position)
                .flatMap(rows -> apply(transaction, "deadline.board_complaints", rows))
                .flatMap(_ -> standing(transaction, read))
                .flatMap(before -> apply(transaction, "deadline.board_deadlines", deadlines(read, before)))
                .flatMap(_ -> apply(transaction, "deadline.board_breaches", breaches(read)));
    }

    /** What other streams of the log tell, of law or calendars, reaches the board by what it does to deadlines. */
    private static boolean ofAComplaint(RecordedEvent event) {
        return OF_COMPLAINTS.stream().anyMatch(event.type()::startsWith);
    }

    /** Complaints of which something new was noted, with everything noted of them up to this position. */
    private Uni<List<String>> complaints(List<Read> read, long position) {
        var noted = read.stream()
                .filter(each -> each.event() instanceof FactsNoted)
                .map(each -> each.recorded().stream())
                .distinct();
        return Multi.createFrom()
                .items(noted)
                .onItem()
                .transformToUniAndConcatenate(stream -> complaint(stream, position))
                .collect()
                .asList();
    }

    private Uni<String> complaint(StreamId stream, long position) {
        return log.readStream(stream, 0)
                .map(events -> BoardComplaint.of(events.stream()
                        .filter(event -> event.position() <= position)
                        .map(form::read)
                        .filter(FactsNoted.class::isInstance)
                        .map(FactsNoted.class::cast)
                        .toList()))
                .map(BoardJson::complaint);
    }

    private static Uni<Map<UUID, Line>> standing(SqlConnection transaction, List<Read> read) {
        var deadlines = new HashSet<UUID>();
        read.stream()
                .map(each -> Line.deadlineOf(each.event()))
                .filter(Objects::nonNull)
                .forEach(deadlines::add);
        return transaction
                .preparedQuery(STANDING)
                .execute(Tuple.of(deadlines.toArray(UUID[]::new)))
                .map(rows -> {
                    var standing = new LinkedHashMap<UUID, Line>();
                    rows.forEach(row -> standing.put(
                            row.getUUID("deadline"),
                            new Line(
                                    null,
                                    row.getLong("version"),
                                    row.getOffsetDateTime("due_at").toInstant(),
                                    row.getString("standing"),
                                    row.getBoolean("breached"),
                                    row.getString("severity"),
                                    row.getUUID("alert"))));
                    return standing;
                });
    }

    private static List<String> deadlines(List<Read> read, Map<UUID, Line> before) {
        var events = read.stream()
                .filter(each -> Line.deadlineOf(each.event()) != null)
                .collect(groupingBy(
                        each -> Line.deadlineOf(each.event()), LinkedHashMap::new, mapping(e -> e, toList())));
        var rows = new ArrayList<String>();
        events.forEach((deadline, all) -> {
            var line = before.getOrDefault(deadline, Line.NONE);
            for (var each : all) {
                line = line.after(each.event(), each.recorded().version());
            }
            rows.add(BoardJson.line(all.getFirst().recorded().stream().value(), deadline, line));
        });
        return rows;
    }

    private static List<String> breaches(List<Read> read) {
        return read.stream()
                .filter(each -> each.event() instanceof DeadlineBreached)
                .map(each -> BoardJson.breach(
                        each.recorded().stream().value(),
                        ((DeadlineBreached) each.event()).term(),
                        each.recorded().recordedAt()))
                .toList();
    }

    private static Uni<Void> apply(SqlConnection transaction, String function, List<String> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(
                                "select " + function + "(array(select row::jsonb from unnest($1::text[]) as row))")
                        .execute(Tuple.of(rows.toArray(String[]::new)))
                        .replaceWithVoid();
    }
}
