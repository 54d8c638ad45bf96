package org.aryz.eventlog.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A tree at its growing edge. Holds one unfinished tile per level and nothing else, whatever the size; hands on the tiles that
 * get finished.
 */
public final class GrowingTree {
    private final List<Edge> edges = new ArrayList<>();
    private final BiConsumer<Tile, byte[]> finished;
    private long size;

    /** The unfinished tile of one level. */
    private static final class Edge {
        private final byte[] hashes = new byte[Tile.WIDTH * Sha256.BYTES];
        private long index;
        private int count;

        byte[] tile() {
            return Arrays.copyOf(hashes, count * Sha256.BYTES);
        }
    }

    /** An empty tree that hands its finished tiles to a consumer. */
    public GrowingTree(BiConsumer<Tile, byte[]> finished) {
        this(0, Map.of(), finished);
    }

    /** A tree of a size, from its unfinished tiles: those of {@link #unfinished}. */
    public GrowingTree(long size, Map<Tile, byte[]> tiles, BiConsumer<Tile, byte[]> finished) {
        this.size = size;
        this.finished = finished;
        for (var tile : unfinished(size)) {
            var edge = edge(tile.level());
            edge.index = tile.index();
            edge.count = (int) ((size >> (Tile.HEIGHT * tile.level())) % Tile.WIDTH);
            var stored = tiles.getOrDefault(tile, new byte[0]);
            if (stored.length < edge.count * Sha256.BYTES) {
                throw new IllegalStateException("The stored tree lacks hashes at " + tile);
            }
            System.arraycopy(stored, 0, edge.hashes, 0, edge.count * Sha256.BYTES);
        }
    }

    /** The tiles at the edge of a tree of a size, one per level; an edge at the start of a tile has none yet. */
    public static List<Tile> unfinished(long size) {
        return IntStream.range(0, levels(size))
                .mapToObj(level -> new Tile(level, size >> (Tile.HEIGHT * (level + 1))))
                .toList();
    }

    private static int levels(long size) {
        return (Long.SIZE - Long.numberOfLeadingZeros(size) + Tile.HEIGHT - 1) / Tile.HEIGHT;
    }

    public void add(byte[] leafHash) {
        add(0, leafHash);
        size++;
    }

    private void add(int level, byte[] hash) {
        var edge = edge(level);
        System.arraycopy(hash, 0, edge.hashes, edge.count * Sha256.BYTES, Sha256.BYTES);
        edge.count++;
        if (edge.count == Tile.WIDTH) {
            finished.accept(new Tile(level, edge.index), edge.tile());
            var above = Tiles.root(edge.hashes, 0, Tile.HEIGHT);
            edge.index++;
            edge.count = 0;
            add(level + 1, above);
        }
    }

    private Edge edge(int level) {
        while (edges.size() <= level) {
            edges.add(new Edge());
        }
        return edges.get(level);
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        return new MerkleTree(new Tiles(edge())).root(size);
    }

    /** The tiles that are not finished, as far as they have hashes. */
    public Map<Tile, byte[]> edge() {
        var tiles = new HashMap<Tile, byte[]>();
        for (var level = 0; level < edges.size(); level++) {
            var edge = edges.get(level);
            if (edge.count > 0) {
                tiles.put(new Tile(level, edge.index), edge.tile());
            }
        }
        return tiles;
    }
}
