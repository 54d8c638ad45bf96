package org.aryz.eventlog.notary;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.aryz.eventlog.chain.Leaf;
import org.aryz.eventlog.chain.MerkleTree;
import org.aryz.eventlog.chain.Tiles;

/** Answers what an auditor asks of the tree; each answer can be checked against a checkpoint without trusting the store. */
public final class Proofs {
    private static final String NEWEST = "select size, note from event_log.checkpoint order by size desc limit 1";
    private static final String LEAF =
            """
            select r.tile * 256 + array_position(r.positions, e.position) - 1, e.position, e.recorded_at, e.hash
              from event_log.event e
              join lateral (select * from event_log.leaf_run
                             where first_position <= e.position order by first_position desc limit 1) r
                on e.position = any(r.positions)
             where e.event_id = $1""";

    private final Pool pool;

    public Proofs(Pool pool) {
        this.pool = pool;
    }

    /** A signed note over a tree of a size. */
    public record Signed(long size, String note) {}

    /**
     * That an event is in the tree of a checkpoint.
     *
     * @param index of its leaf, from 0
     * @param path the audit path, from the leaf upwards (RFC 6962, 2.1.1)
     */
    public record Inclusion(
            long index, long position, Instant recordedAt, byte[] hash, List<byte[]> path, Signed checkpoint) {}

    /** The newest checkpoint; none before the first event has one. */
    public Uni<Optional<Signed>> checkpoint() {
        return pool.preparedQuery(NEWEST)
                .execute()
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(new Signed(
                                rows.iterator().next().getLong(0),
                                rows.iterator().next().getString(1))));
    }

    /** Proof for an event in the newest checkpoint; none if there is no such event, or it is too new for that. */
    public Uni<Optional<Inclusion>> inclusion(UUID event) {
        return checkpoint()
                .flatMap(newest ->
                        newest.isEmpty() ? Uni.createFrom().item(Optional.empty()) : inclusion(event, newest.get()));
    }

    private Uni<Optional<Inclusion>> inclusion(UUID event, Signed checkpoint) {
        return pool.preparedQuery(LEAF).execute(Tuple.of(event)).flatMap(rows -> {
            if (rows.size() == 0 || rows.iterator().next().getLong(0) >= checkpoint.size()) {
                return Uni.createFrom().item(Optional.empty());
            }
            var row = rows.iterator().next();
            var index = row.getLong(0);
            var leaf = new Leaf(
                    row.getLong(1),
                    row.getOffsetDateTime(2).toInstant(),
                    row.getBuffer(3).getBytes());
            return ask(tree -> tree.inclusion(index, checkpoint.size()))
                    .map(path -> Optional.of(new Inclusion(
                            index, leaf.position(), leaf.recordedAt(), leaf.chained(), path, checkpoint)));
        });
    }

    /**
     * Proof that the tree of one size is a beginning of that of another (RFC 6962, 2.1.2).
     *
     * @throws IllegalArgumentException unless {@code 1 <= from <= to}
     */
    public Uni<List<byte[]>> consistency(long from, long to) {
        return ask(tree -> tree.consistency(from, to));
    }

    private Uni<List<byte[]>> ask(Function<MerkleTree, List<byte[]>> question) {
        return TreeStore.tiles(pool, Tiles.neededBy(question))
                .map(tiles -> question.apply(new MerkleTree(new Tiles(tiles))));
    }
}
