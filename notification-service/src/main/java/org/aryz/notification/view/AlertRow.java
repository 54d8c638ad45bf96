package org.aryz.notification.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One alert of the list. */
@Entity
@Immutable
@NullUnmarked
@Table(schema = "notification", name = "alert_view")
public class AlertRow {
    @Id
    public UUID alert;

    public long position;
    public UUID complaint;
    public String reference;

    @Column(name = "visible_to")
    public String[] visibleTo;

    public String rule;
    public String rung;
    public String severity;

    @Column(name = "due_at")
    public Instant dueAt;

    @Column(name = "raised_at")
    public Instant raisedAt;

    public String state;

    @Column(name = "acknowledged_at")
    public @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    public @Nullable String acknowledgedBy;
}
