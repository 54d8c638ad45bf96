package org.aryz.eventlog.notary;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aryz.eventlog.chain.Leaf;
import org.aryz.eventlog.chain.Tile;

/** The tree as it is stored: tiles, and which events the leaves stand for. */
final class TreeStore {
    private static final String TILES =
            """
            select t.level, t.index, t.hashes from unnest($1::int[], $2::bigint[]) n (level, index)
              join event_log.tile t on (t.level, t.index) = (n.level, n.index)""";
    private static final String PUT_TILES =
            """
            insert into event_log.tile (level, index, hashes) select * from unnest($1::int[], $2::bigint[], $3::bytea[])
                on conflict (level, index) do update set hashes = excluded.hashes""";
    private static final String PUT_LEAVES =
            """
            insert into event_log.leaf_run as r (tile, first_position, positions, recorded_at)
            select n / 256, min(position), array_agg(position order by n), array_agg(at order by n)
              from (select position, at, $1 + row_number() over (order by i) - 1 as n
                      from unnest($2::bigint[], $3::timestamptz[]) with ordinality u (position, at, i)) leaf
             group by n / 256
                on conflict (tile) do update set positions = r.positions || excluded.positions,
                                                 recorded_at = r.recorded_at || excluded.recorded_at""";
    private static final String GROW = "update event_log.tree set size = $1, position = $2";

    private TreeStore() {}

    static Uni<Map<Tile, byte[]>> tiles(SqlClient connection, Collection<Tile> wanted) {
        return connection
                .preparedQuery(TILES)
                .execute(Tuple.tuple().addArrayOfInteger(levels(wanted)).addArrayOfLong(indexes(wanted)))
                .map(rows -> {
                    var tiles = new HashMap<Tile, byte[]>();
                    rows.forEach(row -> tiles.put(
                            new Tile(row.getInteger(0), row.getLong(1)),
                            row.getBuffer(2).getBytes()));
                    return tiles;
                });
    }

    /** Stores that a tree of a size has grown by leaves, in the transaction that holds its row. */
    static Uni<Void> put(SqlConnection transaction, long size, List<Leaf> added, Map<Tile, byte[]> changed) {
        var tiles = List.copyOf(changed.entrySet());
        var keys = tiles.stream().map(Map.Entry::getKey).toList();
        var hashes = tiles.stream().map(tile -> Buffer.buffer(tile.getValue())).toArray(Buffer[]::new);
        return transaction
                .preparedQuery(PUT_TILES)
                .execute(Tuple.newInstance(io.vertx.sqlclient.Tuple.of(levels(keys), indexes(keys), hashes)))
                .flatMap(_ -> transaction.preparedQuery(PUT_LEAVES).execute(leaves(size, added)))
                .flatMap(_ -> transaction
                        .preparedQuery(GROW)
                        .execute(Tuple.of(size + added.size(), added.getLast().position())))
                .replaceWithVoid();
    }

    private static Tuple leaves(long first, List<Leaf> added) {
        var positions = new ArrayList<Long>(added.size());
        var times = new ArrayList<OffsetDateTime>(added.size());
        for (var leaf : added) {
            positions.add(leaf.position());
            times.add(leaf.recordedAt().atOffset(ZoneOffset.UTC));
        }
        return Tuple.tuple()
                .addLong(first)
                .addArrayOfLong(positions.toArray(Long[]::new))
                .addArrayOfOffsetDateTime(times.toArray(OffsetDateTime[]::new));
    }

    private static Integer[] levels(Collection<Tile> tiles) {
        return tiles.stream().map(Tile::level).toArray(Integer[]::new);
    }

    private static Long[] indexes(Collection<Tile> tiles) {
        return tiles.stream().map(Tile::index).toArray(Long[]::new);
    }
}
