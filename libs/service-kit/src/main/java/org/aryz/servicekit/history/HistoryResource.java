package org.aryz.servicekit.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aryz.eventlog.notary.Proofs;
import org.aryz.eventlog.notary.Proofs.Inclusion;
import org.aryz.servicekit.problem.FieldError;
import org.aryz.servicekit.problem.Rejected;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an auditor needs to convince himself that history was not changed. The forms are described in docs/history.md. */
@Path("/history")
@Tag(name = "history")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private final Proofs proofs;
    private final Notarising notarising;

    HistoryResource(Pool pool, Notarising notarising) {
        this.proofs = new Proofs(pool);
        this.notarising = notarising;
    }

    /**
     * An event's place in the tree of a checkpoint.
     *
     * @param index of its leaf, from 0
     * @param hash of the event in the chain of its stream, hexadecimal
     * @param path audit path from the leaf upwards, base64
     * @param checkpoint the signed note
     */
    public record InclusionProof(
            long index, long position, Instant recordedAt, String hash, List<String> path, String checkpoint) {
        static InclusionProof of(Inclusion proven) {
            return new InclusionProof(
                    proven.index(),
                    proven.position(),
                    proven.recordedAt(),
                    HexFormat.of().formatHex(proven.hash()),
                    base64(proven.path()),
                    proven.checkpoint().note());
        }
    }

    /**
     * That the tree of one size is a beginning of that of another.
     *
     * @param proof hashes in the order of RFC 6962, base64
     */
    public record ConsistencyProof(long from, long to, List<String> proof) {}

    @GET
    @Path("/checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "getCheckpoint", summary = "The newest signed checkpoint of this service's history")
    public Uni<String> checkpoint() {
        return proofs.checkpoint().map(newest -> found(newest).note());
    }

    @GET
    @Path("/key")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "getCheckpointKey", summary = "The public key of checkpoints: name+hash+base64")
    public Uni<String> key() {
        return notarising.signer().map(signer -> signer.publicKey().vkey() + "\n");
    }

    @GET
    @Path("/events/{event}/inclusion")
    @Operation(
            operationId = "proveInclusion",
            summary = "Proof that an event is in the newest checkpoint; 404 also for one that is younger")
    public Uni<InclusionProof> inclusion(@PathParam("event") UUID event) {
        return proofs.inclusion(event).map(proven -> InclusionProof.of(found(proven)));
    }

    @GET
    @Path("/consistency")
    @Operation(
            operationId = "proveConsistency",
            summary = "Proof that the tree of size `from` is a beginning of that of size `to`")
    public Uni<ConsistencyProof> consistency(
            @QueryParam("from") @Nullable Long from, @QueryParam("to") @Nullable Long to) {
        long first = size("from", from);
        long second = size("to", to);
        return proofs.checkpoint().flatMap(newest -> {
            if (first > second || second > newest.map(Proofs.Signed::size).orElse(0L)) {
                throw Rejected.badRequest(
                        "sizes-out-of-order",
                        "Give sizes with 1 <= from <= to <= size of the newest checkpoint",
                        FieldError.ofParameter("to", "out-of-range", "At least from, at most the newest size"));
            }
            return proofs.consistency(first, second).map(proof -> new ConsistencyProof(first, second, base64(proof)));
        });
    }

    private static long size(String name, @Nullable Long given) {
        if (given == null || given < 1) {
            String detail = "Give the number of events of a checkpoint, from 1";
            throw Rejected.badRequest("size-required", detail, FieldError.ofParameter(name, "required", detail));
        }
        return given;
    }

    private static <T> T found(Optional<T> sought) {
        return sought.orElseThrow(Rejected::notFound);
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
