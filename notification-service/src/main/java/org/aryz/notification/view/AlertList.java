package org.aryz.notification.view;

import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Queries of the list of alerts, newest first. */
@ApplicationScoped
public class AlertList {
    private final Mutiny.SessionFactory sessions;

    public AlertList(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** An alert and its deliveries, in the order in which people were chosen. */
    public record Listed(AlertRow alert, List<DeliveryRow> deliveries) {}

    public Uni<List<Listed>> find(AlertQuery query) {
        return sessions.withSession(session -> alerts(session, query)
                .flatMap(alerts -> deliveries(session, alerts).map(deliveries -> join(alerts, deliveries))));
    }

    private static Uni<List<AlertRow>> alerts(Mutiny.Session session, AlertQuery query) {
        var conditions = new ArrayList<>(List.of("array_contains(a.visibleTo, :organisation)"));
        if (query.complaint() != null) {
            conditions.add("a.complaint = :complaint");
        }
        if (query.state() != null) {
            conditions.add("a.state = :state");
        }
        if (query.before() != null) {
            conditions.add("a.position < :before");
        }
        var select = session.createSelectionQuery(
                "from AlertRow a where " + String.join(" and ", conditions) + " order by a.position desc",
                AlertRow.class);
        return bind(select, query).setMaxResults(query.rows()).getResultList();
    }

    private static Mutiny.SelectionQuery<AlertRow> bind(Mutiny.SelectionQuery<AlertRow> select, AlertQuery query) {
        select.setParameter("organisation", query.organisation());
        if (query.complaint() != null) {
            select.setParameter("complaint", query.complaint());
        }
        if (query.state() != null) {
            select.setParameter("state", query.state());
        }
        if (query.before() != null) {
            select.setParameter("before", query.before());
        }
        return select;
    }

    private static Uni<List<DeliveryRow>> deliveries(Mutiny.Session session, List<AlertRow> alerts) {
        return session.createSelectionQuery(
                        "from DeliveryRow d where d.alert in :alerts order by d.position", DeliveryRow.class)
                .setParameter(
                        "alerts", alerts.stream().map(alert -> alert.alert).toList())
                .getResultList();
    }

    private static List<Listed> join(List<AlertRow> alerts, List<DeliveryRow> deliveries) {
        var byAlert = deliveries.stream().collect(groupingBy((DeliveryRow delivery) -> delivery.alert));
        return alerts.stream()
                .map(alert -> new Listed(alert, of(alert.alert, byAlert)))
                .toList();
    }

    private static List<DeliveryRow> of(UUID alert, Map<UUID, List<DeliveryRow>> byAlert) {
        return byAlert.getOrDefault(alert, List.of());
    }
}
