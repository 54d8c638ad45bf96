package org.aryz.referral.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aryz.eventlog.InlineRow;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.Channel;
import org.aryz.referral.Code;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Decision;
import org.aryz.referral.DecisionId;
import org.aryz.referral.DecisionKind;
import org.aryz.referral.Referral;
import org.aryz.referral.ReferralId;
import org.aryz.referral.application.ReferralOverview;
import org.aryz.referral.application.ReferralOverviews;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Overviews in the table {@code referral.referral_overview}. */
@ApplicationScoped
public class OverviewTable implements ReferralOverviews {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mutiny.SessionFactory sessions;

    public OverviewTable(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<List<ReferralOverview>> of(ComplaintId complaint) {
        return sessions.withSession(session -> session.createQuery(
                                "from OverviewRow where complaintId = :complaint order by sentAt, id",
                                OverviewRow.class)
                        .setParameter("complaint", complaint.value())
                        .getResultList())
                .map(rows -> rows.stream().map(OverviewTable::overview).toList());
    }

    @Override
    public InlineRow row(ReferralOverview overview) {
        var row = object().put("id", overview.id().toString())
                .put("complaintId", overview.complaintId().toString())
                .put("reference", overview.reference())
                .put("version", overview.version())
                .put("authority", overview.authority().value())
                .put("channel", overview.channel().code())
                .put("status", overview.status().code())
                .put("sentAt", overview.sentAt().toString())
                .put("registeredAt", text(overview.registeredAt()));
        var decisions = row.putArray("decisions");
        overview.decisions().forEach(decision -> decisions.add(json(decision)));
        return new InlineRow("referral.upsert_referral_overview", row.toString());
    }

    private static ReferralOverview overview(OverviewRow row) {
        return new ReferralOverview(
                new ReferralId(row.id),
                new ComplaintId(row.complaintId),
                row.reference,
                row.version,
                new AuthorityCode(row.authority),
                Code.of(Channel.class, row.channel),
                Code.of(Referral.Status.class, row.status),
                row.sentAt,
                row.registeredAt,
                read(row.decisions).valueStream().map(OverviewTable::decision).toList());
    }

    private static ObjectNode json(Decision decision) {
        return object().put("id", decision.id().toString())
                .put("kind", decision.kind().code())
                .put("made", decision.made().toString())
                .put("received", text(decision.received()));
    }

    private static Decision decision(JsonNode json) {
        var received = json.path("received");
        return new Decision(
                new DecisionId(UUID.fromString(json.required("id").textValue())),
                Code.of(DecisionKind.class, json.required("kind").textValue()),
                LocalDate.parse(json.required("made").textValue()),
                received.isTextual() ? LocalDate.parse(received.textValue()) : null);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
