package org.aryz.notification.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.aryz.eventlog.RecordedEvent;
import org.aryz.eventlog.projection.Projection;
import org.aryz.notification.application.StoredForm;
import org.aryz.notification.view.AlertProjection.Change;

/** Keeps the list of alerts up to the log, a batch of events at a time. */
@ApplicationScoped
public class AlertView implements Projection {
    /** An alert is there before anything happens to it. */
    private static final List<String> FUNCTIONS = List.of(
            "notification.view_raised",
            "notification.view_delivery",
            "notification.view_acknowledged",
            "notification.view_withdrawn");

    private final StoredForm form;

    public AlertView(StoredForm form) {
        this.form = form;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Uni<Void> handle(SqlConnection transaction, List<RecordedEvent> events) {
        var changes = events.stream()
                .flatMap(event -> AlertProjection.project(event, form.read(event)).stream())
                .collect(groupingBy(Change::function, mapping(Change::json, toList())));
        var done = Uni.createFrom().voidItem();
        for (var function : FUNCTIONS) {
            var rows = changes.getOrDefault(function, List.of());
            if (!rows.isEmpty()) {
                done = done.flatMap(_ -> apply(transaction, function, rows));
            }
        }
        return done;
    }

    private static Uni<Void> apply(SqlConnection transaction, String function, List<String> rows) {
        return transaction
                .preparedQuery("select " + function + "(array(select row::jsonb from unnest($1::text[]) as row))")
                .execute(Tuple.of(rows.toArray(String[]::new)))
                .replaceWithVoid();
    }
}
