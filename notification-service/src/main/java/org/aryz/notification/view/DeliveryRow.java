package org.aryz.notification.view;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** How far telling one person of an alert of the list has come. */
@Entity
@Immutable
@NullUnmarked
@Table(schema = "notification", name = "alert_delivery_view")
public class DeliveryRow {
    @Id
    public long position;

    public UUID alert;
    public String recipient;
    public String channel;
    public String state;
    public int attempts;
    public Instant at;
    public @Nullable String escalation;
}
