package org.aryz.referral.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code referral.referral_overview}; the log's transaction writes it, this only reads. */
@Entity
@Immutable
@NullUnmarked
@Table(schema = "referral", name = "referral_overview")
public class OverviewRow {
    @Id
    UUID id;

    @Column(name = "complaint_id")
    UUID complaintId;

    String reference;
    long version;
    String authority;
    String channel;
    String status;

    @Column(name = "sent_at")
    Instant sentAt;

    @Nullable
    @Column(name = "registered_at")
    Instant registeredAt;

    /** As text: Hibernate Reactive has no mapping of its own for a JSON array. */
    @Formula("decisions::text")
    String decisions;
}
