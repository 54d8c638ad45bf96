package org.aryz.intake.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The line of one complaint in a list. Read only: appends write it by {@code intake.upsert_overview}. */
@Entity
@Immutable
@NullUnmarked // Hibernate fills the fields
@Table(schema = "intake", name = "overview")
public class Overview {
    @Id
    UUID id;

    String reference;
    String status;
    String jurisdiction;
    String organisation;

    @Column(name = "shared_with")
    List<String> sharedWith;

    @Nullable
    String priority;

    @Column(name = "received_at")
    Instant receivedAt;

    long version;

    /** What a list shows of it. */
    public Line line() {
        return new Line(id, reference, status, jurisdiction, organisation, priority, receivedAt, version);
    }

    /** A line of a list of complaints. */
    public record Line(
            UUID id,
            String reference,
            String status,
            String jurisdiction,
            String organisation,
            @Nullable String priority,
            Instant receivedAt,
            long version) {}
}
