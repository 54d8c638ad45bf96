package org.aryz.eventlog.notary;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.aryz.eventlog.chain.GrowingTree;
import org.aryz.eventlog.chain.Leaf;
import org.aryz.eventlog.chain.NoteSigner;
import org.aryz.eventlog.chain.Tile;
import org.aryz.eventlog.subscription.LeadingTask;

/**
 * Adds new events to the tree, signs a checkpoint of it and hands that to the witnesses: on one replica at a time, some
 * seconds after the events. Checkpoints are signed once for each size, also if two replicas believe that they lead.
 */
public final class Notary implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TREE = "select size, position from event_log.tree for update";
    private static final String NEW_EVENTS =
            "select position, recorded_at, hash from event_log.event where position > $1 order by position limit $2";
    private static final String SIGNED = "insert into event_log.checkpoint (size, note) values ($1, $2)";
    private static final String NEWEST = "select note from event_log.checkpoint order by size desc limit 1";

    private final Pool pool;
    private final NoteSigner signer;
    private final List<Witnessing> witnesses;
    private final NotarySettings settings;
    private final LeadingTask task;

    public Notary(Pool pool, NoteSigner signer, List<Witness> witnesses, NotarySettings settings) {
        this.pool = pool;
        this.signer = signer;
        this.witnesses = witnesses.stream().map(Witnessing::new).toList();
        this.settings = settings;
        this.task = new LeadingTask(pool, "notary", this::turn, settings.rest(), settings.lease());
    }

    public Notary start() {
        task.start();
        return this;
    }

    @Override
    public void close() {
        task.close();
        witnesses.forEach(Witnessing::close);
    }

    private boolean turn() {
        var added = pool.withTransaction(this::grow).await().atMost(PATIENCE);
        var newest = pool.query(NEWEST).execute().await().atMost(PATIENCE).iterator();
        if (newest.hasNext()) {
            tell(newest.next().getString(0));
        }
        return added == settings.batchSize();
    }

    /** A witness that is away is tried again with the next turn, and keeps none of the others waiting for its note. */
    private void tell(String note) {
        var failures = new ArrayList<RuntimeException>();
        for (var witness : witnesses) {
            try {
                witness.tell(note);
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** How the witnesses of this process stand; those of one that does not lead were told nothing by it. */
    public List<WitnessStatus> witnesses() {
        return witnesses.stream().map(Witnessing::status).toList();
    }

    private Uni<Integer> grow(SqlConnection transaction) {
        return transaction.query(TREE).execute().flatMap(rows -> {
            var tree = rows.iterator().next();
            return newLeaves(transaction, tree.getLong(1))
                    .flatMap(leaves ->
                            leaves.isEmpty() ? Uni.createFrom().item(0) : add(transaction, tree.getLong(0), leaves));
        });
    }

    private Uni<List<Leaf>> newLeaves(SqlConnection transaction, long after) {
        return transaction
                .preparedQuery(NEW_EVENTS)
                .execute(Tuple.of(after, settings.batchSize()))
                .map(rows -> {
                    var leaves = new ArrayList<Leaf>(rows.size());
                    rows.forEach(row -> leaves.add(new Leaf(
                            row.getLong(0),
                            row.getOffsetDateTime(1).toInstant(),
                            row.getBuffer(2).getBytes())));
                    return leaves;
                });
    }

    /** Hashing thousands of leaves would hold up an event loop. */
    private Uni<Integer> add(SqlConnection transaction, long size, List<Leaf> leaves) {
        return TreeStore.tiles(transaction, GrowingTree.unfinished(size))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(tiles -> {
                    var changed = new HashMap<Tile, byte[]>();
                    var tree = new GrowingTree(size, tiles, changed::put);
                    leaves.forEach(leaf -> tree.add(leaf.hash()));
                    changed.putAll(tree.edge());
                    return TreeStore.put(transaction, size, leaves, changed).flatMap(_ -> transaction
                            .preparedQuery(SIGNED)
                            .execute(Tuple.of(tree.size(), signer.sign(tree.size(), tree.root()))));
                })
                .replaceWith(leaves.size());
    }
}
