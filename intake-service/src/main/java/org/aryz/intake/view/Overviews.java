package org.aryz.intake.view;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.aryz.intake.Jurisdiction;
import org.aryz.intake.Status;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The complaints an organisation owns or shares, newest first. */
@Singleton
public class Overviews {
    private final Mutiny.SessionFactory sessions;

    Overviews(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * What to list.
     *
     * @param reader the organisation that asks
     * @param reachesShared whether also what is shared with it
     * @param after id of the last complaint already seen; the ids of complaints are ordered by time
     */
    public record Query(
            String reader,
            boolean reachesShared,
            @Nullable Status status,
            @Nullable Jurisdiction jurisdiction,
            @Nullable UUID after,
            int limit) {

        private String hql() {
            return "from Overview where (organisation = :reader"
                    + (reachesShared ? " or array_contains(sharedWith, :reader))" : ")")
                    + (status == null ? "" : " and status = :status")
                    + (jurisdiction == null ? "" : " and jurisdiction = :jurisdiction")
                    + (after == null ? "" : " and id < :after")
                    + " order by id desc";
        }

        private void bindTo(Mutiny.SelectionQuery<?> select) {
            select.setParameter("reader", reader).setMaxResults(limit);
            if (status != null) {
                select.setParameter("status", status.code());
            }
            if (jurisdiction != null) {
                select.setParameter("jurisdiction", jurisdiction.name());
            }
            if (after != null) {
                select.setParameter("after", after);
            }
        }
    }

    public Uni<List<Overview.Line>> list(Query query) {
        return sessions.withSession(session -> {
            var select = session.createSelectionQuery(query.hql(), Overview.class);
            query.bindTo(select);
            return select.getResultList()
                    .map(rows -> rows.stream().map(Overview::line).toList());
        });
    }
}
