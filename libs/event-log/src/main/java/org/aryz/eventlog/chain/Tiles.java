package org.aryz.eventlog.chain;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Hashes of subtrees, computed from tiles. */
public final class Tiles implements MerkleTree.Nodes {
    private final Map<Tile, byte[]> hashes;

    /** @param hashes of each tile the hashes in a row, 32 bytes each */
    public Tiles(Map<Tile, byte[]> hashes) {
        this.hashes = hashes;
    }

    /** Which tiles a question to a tree needs, so that they can be read at once before it is asked. */
    public static Set<Tile> neededBy(Function<MerkleTree, List<byte[]>> question) {
        var needed = new HashSet<Tile>();
        var rehearsed = question.apply(new MerkleTree((level, index) -> {
            needed.add(Tile.of(level, index));
            return new byte[Sha256.BYTES];
        }));
        return rehearsed.isEmpty() ? Set.of() : needed;
    }

    @Override
    public byte[] hash(int level, long index) {
        var tile = hashes.get(Tile.of(level, index));
        var height = level % Tile.HEIGHT;
        var first = (int) ((index << height) % Tile.WIDTH);
        if (tile == null || tile.length < (first + (1 << height)) * Sha256.BYTES) {
            throw new IllegalStateException("The tree lacks hashes of level " + level + " from " + index);
        }
        return root(tile, first, height);
    }

    /** The root over {@code 2^height} hashes of a tile. */
    static byte[] root(byte[] tile, int first, int height) {
        if (height == 0) {
            return Arrays.copyOfRange(tile, first * Sha256.BYTES, (first + 1) * Sha256.BYTES);
        }
        var half = 1 << (height - 1);
        return MerkleTree.node(root(tile, first, height - 1), root(tile, first + half, height - 1));
    }
}
