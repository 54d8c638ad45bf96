package org.aryz.referral.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aryz.eventlog.InlineRow;
import org.aryz.referral.Allegation;
import org.aryz.referral.AuthorityCode;
import org.aryz.referral.ComplaintId;
import org.aryz.referral.Consent;
import org.aryz.referral.Jurisdiction;
import org.aryz.referral.KnownComplaint;
import org.aryz.referral.application.KnownComplaints;
import org.jspecify.annotations.Nullable;

/** Known complaints in the table {@code referral.known_complaint}. */
@ApplicationScoped
public class KnownComplaintTable implements KnownComplaints {
    private static final String FIND =
            """
            select id, reference, jurisdiction, owner, shared_with, closed, consent::text, allegations::text
              from referral.known_complaint where id = $1
            """;

    private final Pool pool;

    public KnownComplaintTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<KnownComplaint>> find(ComplaintId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.stream().map(KnownComplaintTable::complaint).findFirst());
    }

    @Override
    public InlineRow row(KnownComplaint complaint) {
        var row = Json.object()
                .put("id", complaint.id().toString())
                .put("reference", complaint.reference())
                .put("jurisdiction", complaint.jurisdiction().name())
                .put("owner", complaint.owner())
                .put("closed", complaint.closed());
        row.set("sharedWith", texts(complaint.sharedWith()));
        row.set("consent", consent(complaint.consent()));
        row.set("allegations", allegations(complaint.allegations()));
        return new InlineRow(
                "referral.upsert_known_complaint", row.removeNulls().toString());
    }

    private static KnownComplaint complaint(Row row) {
        return new KnownComplaint(
                new ComplaintId(row.getUUID("id")),
                row.getString("reference"),
                Jurisdiction.valueOf(row.getString("jurisdiction")),
                row.getString("owner"),
                Set.of(row.getArrayOfStrings("shared_with")),
                row.getBoolean("closed"),
                consent(row.getString("consent")),
                allegations(Json.read(row.getString("allegations"))));
    }

    private static @Nullable ObjectNode consent(Consent consent) {
        return switch (consent) {
            case Consent.Absent _ -> null;
            case Consent.ToAny any -> Json.object().put("version", any.version());
            case Consent.ToSome some ->
                Json.object()
                        .put("version", some.version())
                        .set(
                                "authorities",
                                texts(some.authorities().stream()
                                        .map(AuthorityCode::value)
                                        .sorted()
                                        .toList()));
        };
    }

    private static Consent consent(@Nullable String json) {
        if (json == null) {
            return new Consent.Absent();
        }
        var consent = Json.read(json);
        var version = consent.required("version").intValue();
        return Json.find(consent, "authorities")
                .<Consent>map(codes -> new Consent.ToSome(version, authorities(codes)))
                .orElseGet(() -> new Consent.ToAny(version));
    }

    private static Set<AuthorityCode> authorities(JsonNode codes) {
        return codes.valueStream()
                .map(code -> new AuthorityCode(code.textValue()))
                .collect(Collectors.toSet());
    }

    private static ArrayNode allegations(List<Allegation> allegations) {
        var array = Json.array();
        allegations.forEach(allegation ->
                array.addObject().put("region", allegation.region()).put("agency", allegation.agency()));
        return array;
    }

    private static List<Allegation> allegations(JsonNode array) {
        return array.valueStream()
                .map(each -> new Allegation(
                        each.path("region").textValue(), each.path("agency").textValue()))
                .toList();
    }

    private static ArrayNode texts(Collection<String> values) {
        var array = Json.array();
        values.forEach(array::add);
        return array;
    }
}
